import { entryLifecycle } from '@shared/entry/lifecycle';
import type { Twin } from '@shared/screening/twins';
import { sql } from 'kysely';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';

const shownOfEach = 5;
const live = entryLifecycle.statesThat((state) => state.live === true);

/**
 * Submitted entries of the same edition that share the credit code or the title as submitted; those that ended or were taken back
 * do not count.
 */
export async function readTwins(call: Call, entry: EntryHead): Promise<Twin[]> {
  const others = sql`e.edition_id = ${entry.editionId} and e.id <> ${entry.entryId} and e.first_submitted_at is not null
    and e.recalled_at is null and e.state = any(${live})`;
  const { rows } = await sql<Twin>`
    (select 'uscc' as by, e.reference, r.name_zh as "regionZh"
      from entry own join entry e on e.edition_id = own.edition_id and e.sent_uscc = own.sent_uscc
        join region r on r.id = e.region_id
      where own.id = ${entry.entryId} and own.sent_uscc <> '' and ${others}
      order by e.reference limit ${shownOfEach})
    union all
    (select 'title', e.reference, r.name_zh from entry e join region r on r.id = e.region_id
      where e.title = ${entry.title} and e.title <> '' and ${others}
      order by e.reference limit ${shownOfEach})`.execute(call.db);
  return rows;
}
