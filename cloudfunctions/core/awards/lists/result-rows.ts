import type { Placed, ResultEntry } from '@shared/awards/award-list/judge-rows';
import { type RawBuilder, sql } from 'kysely';
import { type Call, me } from '../../rpc/call';
import { participating, published } from '../queries';

/** An entry as a result is read beside it; `listed` the level that the list says, `leaderId` whose the award would be. */
export type ListedEntry = ResultEntry & { trackZh: string; listed: string | null; leaderId: string };

/** Entries of an edition `e`, each with its row on the list, and what it won. */
export async function readResultEntries(
  call: Call,
  { editionId, listId }: { editionId: string; listId: string | null },
  where: RawBuilder<unknown>,
): Promise<ListedEntry[]> {
  const { rows } = await sql<ListedEntry>`select e.id as "entryId", coalesce(e.reference, '') as reference, e.title,
      e.region_id as "regionId", r.name_zh as "regionZh", t.zh as "trackZh", ${participating} as qualified,
      e.leader_id as "leaderId", a.level, a.state as "awardState", w.level as listed,
      e.leader_id = ${me(call)} or exists (select from entry_member m where m.entry_id = e.id and m.person_id = ${me(call)}) as own
    from entry e join region r on r.id = e.region_id join track t on t.edition_id = e.edition_id and t.code = e.track_code
      left join award a on a.entry_id = e.id left join award_list_row w on w.entry_id = e.id and w.list_id = ${listId}
    where e.edition_id = ${editionId} and e.leader_id is not null and ${where}
    order by r.sort, e.reference`.execute(call.db);
  return rows;
}

/** What takes up places of an edition's regions: awards that stand, and rows of the list. */
export async function readPlaced(call: Call, editionId: string, listId: string | null): Promise<Placed[]> {
  const { rows } = await sql<Placed>`select e.id as "entryId", e.region_id as "regionId", a.level
      from award a join entry e on e.id = a.entry_id where a.edition_id = ${editionId} and ${published}
    union all select e.id, e.region_id, w.level from award_list_row w join entry e on e.id = w.entry_id where w.list_id = ${listId}`.execute(
    call.db,
  );
  return rows;
}
