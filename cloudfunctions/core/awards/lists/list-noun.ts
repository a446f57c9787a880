import { awardListLifecycle } from '@shared/awards/award-list/lifecycle';
import type { AwardListCommand, AwardListState, AwardListSubject } from '@shared/awards/award-list/states';
import { type RawBuilder, sql, type Updateable } from 'kysely';
import type { Noun } from '../../cases/noun';
import type { Database } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';

/** Lists of results as the ground moves them. */
export const awardListNoun: Noun<{
  state: AwardListState;
  command: AwardListCommand;
  subject: AwardListSubject;
  event: 'awardList.proposed' | 'awardList.sentBack';
  key: 'awardListId';
  columns: Updateable<Database['award_list']>;
  facts: object;
}> = {
  lifecycle: awardListLifecycle,
  table: 'award_list',
  key: 'awardListId',
  news: (event, { subject: { awardListId, editionId, editionZh, proposedBy }, by }) => ({
    awardListId,
    editionId,
    editionZh,
    proposedBy: event === 'awardList.proposed' ? by : proposedBy,
  }),
};

/** A list as its page and its rules need it. */
export type AwardList = AwardListSubject & { proposedByZh: string | null; rows: number };

/** Lists `l`. */
export const awardLists = (rest: RawBuilder<unknown>) =>
  sql<AwardList>`select l.id as "awardListId", l.edition_id as "editionId", d.name_zh as "editionZh", l.state, l.version,
      l.proposed_by as "proposedBy", p.display_name as "proposedByZh",
      coalesce(d.blueprint ->> 'awardSecond', 'needed') <> 'none' as "secondNeeded",
      (select count(*)::int from award_list_row w where w.list_id = l.id) as rows
    from award_list l join edition d on d.id = l.edition_id left join person p on p.id = l.proposed_by ${rest}`;

/** Of an edition's results one thing happens at a time: whoever brings, moves or cancels goes through this lock. */
export const lockResults = (call: Call, editionId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`results:${editionId}`}, 0))`.execute(call.db);

/** The list of an edition that is being worked on; null: none is. */
export const liveListOf = async (call: Call, editionId: string): Promise<AwardList | null> =>
  (await awardLists(sql`where l.edition_id = ${editionId} and l.waits is not null`).execute(call.db)).rows[0] ?? null;

/** The one that a call is about. */
export const awardListOf: Load<{ awardListId: string }, AwardList> = async (call, { awardListId }, lock) => {
  if (lock) {
    const found = await call.db
      .selectFrom('award_list')
      .select('edition_id')
      .where('id', '=', awardListId)
      .executeTakeFirst();
    if (found) await lockResults(call, found.edition_id);
  }
  return (await awardLists(sql`where l.id = ${awardListId}`).execute(call.db)).rows[0] ?? null;
};

/** Who moves a list has seen its rows as they stand: another version of the rows is another version of the list. Its results are locked. */
export const rowsChanged = (call: Call, awardListId: string) =>
  sql`update award_list set version = version + 1 where id = ${awardListId}`.execute(call.db);
