import { sectionZh } from '@shared/entry/sections';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Call } from '../../rpc/call';

/** Whether the return that the letter `n` went out with was recalled: the k-th letter went with the k-th return. */
const recalled = sql<boolean>`exists (select from move c join (
    select r.n, row_number() over (order by r.n) as k from move r where r.subject_id = n.entry_id and r.move = 'return') t
  on c.n = t.n + 1 where c.subject_id = n.entry_id and c.move = 'recallReturn' and t.k = n.n)`;

/** The one-time notices of an entry, oldest first, with who sent them. */
export async function readNotices(call: Call, entryId: string) {
  const rows = await call.db
    .selectFrom('one_time_notice as n')
    .innerJoin('person as p', 'p.id', 'n.sent_by')
    .select(['n.n', 'n.faults', 'n.message', 'n.sent_at', 'n.due_date', 'p.display_name', recalled.as('recalled')])
    .where('n.entry_id', '=', entryId)
    .orderBy('n.n')
    .execute();
  return rows.map((row) => ({
    n: row.n,
    sentAt: toShanghai(row.sent_at),
    byZh: row.display_name,
    dueDate: row.due_date,
    message: row.message,
    recalled: row.recalled,
    faults: row.faults.map(({ section, text }) => ({ sectionZh: sectionZh[section], text })),
  }));
}

/** Staff's own notes on an entry, oldest first; they never leave the office. */
export async function readNotes(call: Call, entryId: string) {
  const rows = await call.db
    .selectFrom('review_note as n')
    .innerJoin('person as p', 'p.id', 'n.author')
    .select(['n.id', 'n.body', 'n.at', 'p.display_name'])
    .where('n.entry_id', '=', entryId)
    .orderBy('n.at')
    .orderBy('n.id')
    .execute();
  return rows.map((row) => ({ id: row.id, byZh: row.display_name, at: toShanghai(row.at), body: row.body }));
}
