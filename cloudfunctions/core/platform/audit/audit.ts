import { sql } from 'kysely';
import type { Call } from '../../rpc/call';
import { canonicalJson, sha256Hex } from '../crypto/hash';
import type { Db } from '../db';
import { later } from '../pipeline';
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
 * never waits; where there was none, the second to come finds its place taken and its transaction is run again.
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

/** The same in a transaction of the worker's own, which must hold the lock of the subject. */
export async function appendAudit(
  db: Db,
  row: { subject: string; act: string; data: Record<string, unknown>; actor: string; now: number },
): Promise<void> {
  const { subject, act, data, actor, now } = row;
  // `auditHash`, whose text the database puts together around the row before, so that nobody has to fetch that first.
  const before = `[${canonicalJson(subject)},`;
  const after = `",${[now, actor, act, data].map(canonicalJson).join(',')}]`;
  await later(
    db,
    sql`insert into audit (subject, n, prev_hash, hash, at, actor, act, data)
      select ${subject}, p.n, p.hash,
        encode(sha256(convert_to(${before}::text || p.n || ',"' || p.hash || ${after}::text, 'UTF8')), 'hex'),
        ${at(now)}, ${actor}, ${act}, ${JSON.stringify(data)}::jsonb
      from (select coalesce(max(l.n), 0) + 1 as n, coalesce(max(l.hash), '') as hash
        from (select n, hash from audit where subject = ${subject} order by n desc limit 1) l) p`,
  );
}
