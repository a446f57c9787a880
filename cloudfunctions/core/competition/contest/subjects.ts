import type { ContestSubject } from '@shared/competition/contest/subject';
import { sql } from 'kysely';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';

/** A contest that a call is about, of an edition in any state; a change locks its row, and with it its audit chain. */
export const contestOf: Load<{ contestId: string }, ContestSubject> = async (call, { contestId }, lock) => {
  const { rows } = await sql<ContestSubject>`
    select c.id as "contestId", c.region_id as "regionId", r.name_zh as "regionZh", c.edition_id as "editionId", d.name_zh as "editionZh",
      d.status, c.version
    from contest c join edition d on d.id = c.edition_id join region r on r.id = c.region_id
    where c.id = ${contestId} ${lock ? sql`for update of c` : sql``}`.execute(call.db);
  return rows[0] ?? null;
};

/** Tracks are their edition's, and its regions share them: whoever adds, drops or renames one waits here, before any row is locked. */
export const tracksInTurn = (call: Call, editionId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`tracks:${editionId}`}, 0))`.execute(call.db);

/** A contest whose tracks are about to change. */
export const contestOfTracks: Load<{ contestId: string }, ContestSubject> = async (call, input, lock) => {
  const contest = await contestOf(call, input, false);
  if (!lock || contest === null) return contest;
  await tracksInTurn(call, contest.editionId);
  return contestOf(call, input, true);
};
