import { toShanghai } from '@shared/kernel/shanghai';
import { typedReference } from '@shared/kernel/typed/typed';
import { auditActZh } from '@shared/oversight/act-words';
import { oversightContract } from '@shared/oversight/contract';
import { sql } from 'kysely';
import { verifyChain } from '../platform/audit/verify-audit';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';

const onePage = 50;

type Row = { n: number; at: number; act: string; hash: string; whoZh: string | null };

/** The audit of one entry, the newest row first, and whether its chain holds from the first row to the last. */
export const chain = procedure(oversightContract.chain, noSubject, async (call, { reference, before }) => {
  const wanted = typedReference(reference);
  const entry = await call.db.selectFrom('entry').select('id').where('reference', '=', wanted).executeTakeFirst();
  if (!entry) throw new Refused('OVERSIGHT_NO_SUCH_ENTRY');
  const subject = `entry:${entry.id}`;
  const verdict = await verifyChain(call.db, subject);
  const { rows } = await sql<Row>`
    select a.n, a.at, a.act, a.hash, p.display_name as "whoZh"
    from audit a left join person p on p.id::text = a.actor
    where a.subject = ${subject} and (${before ?? null}::int is null or a.n < ${before ?? null})
    order by a.n desc limit ${onePage + 1}`.execute(call.db);
  const items = rows.slice(0, onePage);
  return {
    reference: wanted,
    rows: 'rows' in verdict ? verdict.rows : Math.max(0, verdict.n - 1),
    brokenZh: 'rows' in verdict ? null : `第 ${verdict.n} 行：${verdict.why}`,
    items: items.map(({ n, at, act, hash, whoZh }) => ({
      n,
      at: toShanghai(at),
      whoZh: whoZh ?? '系统',
      actZh: auditActZh(act),
      hash,
    })),
    before: rows.length > onePage ? (items.at(-1)?.n ?? null) : null,
  };
});
