import { entryLifecycle } from '@shared/entry/lifecycle';
import type { Twin } from '@shared/screening/twins';
import { type RawBuilder, sql } from 'kysely';
import { type EntryHead, titleAlike } from '../../entry/queries';
import type { Call } from '../../rpc/call';

const shownOfEach = 5;
const live = entryLifecycle.statesThat((state) => state.live === true);

/**
 * Submitted entries of the same edition that share the credit code as submitted, whose title is like this one's, or whose people are this
 * team's: a member leads the other, or the leader is a member there, by the person, or by name and phone as they are read. Those that ended or
 * were taken back do not count. Each is found from the other as well.
 */
export async function readTwins(call: Call, { entryId, editionId, title }: EntryHead): Promise<Twin[]> {
  const kind = (by: Twin['by'], who: RawBuilder<unknown>, found: RawBuilder<unknown>) => sql`
    (select distinct on (e.reference) ${sql.lit(by)} as by, e.reference, r.name_zh as "regionZh", e.title, ${who} as "whoZh"
      from entry own left join entry_search mine on mine.entry_id = own.id
        cross join entry e left join entry_search s on s.entry_id = e.id join region r on r.id = e.region_id ${found}
        and e.edition_id = ${editionId} and e.id <> ${entryId} and own.id = ${entryId} and e.first_submitted_at is not null
        and e.recalled_at is null and e.state = any(${live})
      order by e.reference limit ${shownOfEach})`;
  const nobody = sql`''`;
  const here = sql`join entry_member m on m.entry_id = own.id and m.removed_at is null`;
  const there = sql`join entry_member m on m.entry_id = e.id and m.removed_at is null`;
  const { rows } = await sql<Twin>`${sql.join(
    [
      kind('uscc', nobody, sql`where e.sent_uscc = own.sent_uscc and own.sent_uscc <> ''`),
      kind('title', nobody, sql`where ${titleAlike(title)}`),
      kind('member', sql`m.name`, sql`${here} where e.leader_id = m.person_id`),
      kind(
        'member',
        sql`m.name`,
        sql`${here} where s.tokens && array['p:' || m.phone_masked] and s.phone_masked = m.phone_masked and s.leader_zh = m.name`,
      ),
      kind('leader', sql`m.name`, sql`${there} where m.person_id = own.leader_id`),
      kind(
        'leader',
        sql`m.name`,
        sql`${there} where s.tokens && array['p:' || mine.phone_masked] and m.phone_masked = mine.phone_masked and m.name = mine.leader_zh`,
      ),
    ],
    sql` union `,
  )} order by 1, 2`.execute(call.db);
  return rows;
}
