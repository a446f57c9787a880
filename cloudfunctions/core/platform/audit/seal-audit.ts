import { sql } from 'kysely';
import type { Home } from '../../rpc/home';
import { at, json } from '../schema';
import { type Head, sealHash } from './audit-seal';

/** So many chains go into one seal at most; the rest follow in the next. */
const mostHeads = 5000;

/**
 * Takes the newest row of every chain that grew since the last time into one global chain of seals, so that a chain whose
 * last rows, or all rows, were removed shows (conventions, Audit). Answers how many chains were sealed.
 */
export async function sealAudit(home: Home): Promise<number> {
  const now = home.now();
  return home.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('audit-seal', 0))`.execute(tx);
    // A chain's rows commit in the order of n (each is written behind one that its writer sees), so below a visible head nothing is missing.
    const { rows } = await sql<{ subject: string; n: number; hash: string }>`
      select a.subject, a.n, a.hash from audit a
      join (select subject, max(n) as n from audit where sealed_in is null group by subject order by subject limit ${mostHeads}) h
        on h.subject = a.subject and h.n = a.n
      order by a.subject`.execute(tx);
    const last = await tx
      .selectFrom('audit_seal')
      .select(['n', 'hash', 'key_id'])
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst();
    // Seals from before there was a key are taken in by the first under one at once, whether anything grew or not.
    if (rows.length === 0 && (!last || last.key_id !== null)) return 0;
    const [key] = home.auditKeys;
    const heads = rows.map((row): Head => [row.subject, row.n, row.hash]);
    const seal = { n: (last?.n ?? 0) + 1, prevHash: last?.hash ?? '', at: now, heads };
    await tx
      .insertInto('audit_seal')
      .values({
        n: seal.n,
        prev_hash: seal.prevHash,
        hash: sealHash(seal, key),
        at: at(now),
        heads: json(heads),
        key_id: key.id,
      })
      .execute();
    await sql`update audit a set sealed_in = ${seal.n}
      from jsonb_to_recordset(${json(rows)}::jsonb) as h(subject text, n int)
      where a.subject = h.subject and a.n <= h.n and a.sealed_in is null`.execute(tx);
    return heads.length;
  });
}
