import type { AwardSubject } from '@shared/awards/award/states';
import { awardsContract } from '@shared/awards/contract';
import { ladderOf } from '@shared/awards/ladder';
import type { Blueprint } from '@shared/competition/blueprint';
import { sql } from 'kysely';
import { move } from '../cases/move';
import { type Load, procedure } from '../rpc/procedure';
import { type AwardWords, awardNoun } from './moves';
import { zhOf } from './queries';

type Award = AwardSubject &
  Pick<AwardWords, 'personId' | 'title'> & { level: string; awards: Blueprint['awards'] | null };

/** The award that a call is about; its row is locked, as by whoever claims it. */
const awardOf: Load<{ awardId: string }, Award> = async (call, { awardId }, lock) => {
  if (lock) await sql`select from award where id = ${awardId} for update`.execute(call.db);
  const { rows } =
    await sql<Award>`select a.id as "awardId", a.entry_id as "entryId", e.region_id as "regionId", a.state, a.version,
      coalesce(a.person_id, e.leader_id) as "personId", e.title, a.level, d.blueprint -> 'awards' as awards
    from award a join entry e on e.id = a.entry_id join edition d on d.id = a.edition_id where a.id = ${awardId}`.execute(
      call.db,
    );
  return rows[0] ?? null;
};

/** It stands on no list any more; what rests on it follows by the event (`listens` of the areas concerned). Its history is kept. */
export const cancelAward = procedure(awardsContract.cancelAward, awardOf, (call, { version, reason }, award) =>
  move(call, awardNoun, award, { command: 'cancel', version, input: { reason } }, async () => {
    const { personId, title, level, awards } = award;
    return { facts: { personId, title, awardZh: zhOf(ladderOf({ ...(awards && { awards }) }), level) } };
  }),
);
