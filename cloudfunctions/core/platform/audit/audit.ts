import { sql } from 'kysely';
import type { Call } from '../../rpc/call';
import { canonicalJson, sha256Hex } from '../crypto/hash';
import type { Db } from '../db';
import { at } from '../schema';

export type AuditRow = {
  subject: string;
  n: number;
  prevHash: string;
  at: number;
  actor: string;
  act: string;
  data: Record<string, unknown>;
};

/** The hash of an audit row: over the row before it, its place in the chain and all that it says. */
export const auditHash = (row: AuditRow): string =>
  sha256Hex(canonicalJson([row.subject, row.n, row.prevHash, row.at, row.actor, row.act, row.data]));

/**
 * Adds a row to the subject's chain, in the change's own transaction. Data holds ids, field names and digests only, never
 * personal values: erasing a person must not break a chain. The subject's own lock keeps two writers apart, so unrelated work
 * never waits.
 * @param subject such as `entry:<id>`, `person:<id>`
 * @param act such as `entry/submit`
 */
export async function audit(
  call: Call,
  subject: string,
  act: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await appendAudit(call.db, { subject, act, data, actor: call.actor?.personId ?? 'system', now: call.now });
}

export async function appendAudit(
  db: Db,
  row: { subject: string; act: string; data: Record<string, unknown>; actor: string; now: number },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${row.subject}`}, 0))`.execute(db);
  const last = await db
    .selectFrom('audit')
    .select(['n', 'hash'])
    .where('subject', '=', row.subject)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  const chained = {
    subject: row.subject,
    n: (last?.n ?? 0) + 1,
    prevHash: last?.hash ?? '',
    at: row.now,
    actor: row.actor,
    act: row.act,
    data: row.data,
  };
  await db
    .insertInto('audit')
    .values({
      subject: chained.subject,
      n: chained.n,
      prev_hash: chained.prevHash,
      hash: auditHash(chained),
      at: at(row.now),
      actor: row.actor,
      act: row.act,
      data: JSON.stringify(row.data),
    })
    .execute();
}
