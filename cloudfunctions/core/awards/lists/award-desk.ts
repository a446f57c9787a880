import { awardsAccess } from '@shared/awards/access';
import { awardListLifecycle } from '@shared/awards/award-list/lifecycle';
import { awardsContract } from '@shared/awards/contract';
import { ladderOf } from '@shared/awards/ladder';
import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { sql } from 'kysely';
import { readMoves } from '../../cases/timeline';
import { editionById } from '../../competition/queries';
import type { Call } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { published, zhOf } from '../queries';
import { type AwardList, liveListOf } from './list-noun';
import { readResultEntries } from './result-rows';

/** The editions that people took part in, the one that runs first. */
const readEditions = async (call: Call) =>
  (
    await sql<{ editionId: string; zh: string; given: number }>`select d.id as "editionId", d.name_zh as zh,
        (select count(*)::int from award a where a.edition_id = d.id and ${published}) as given
      from edition d where d.status <> 'draft' order by d.status = 'current' desc, d.year desc limit 20`.execute(
      call.db,
    )
  ).rows;

/** Where the results of an edition stand: the list that is worked on with each entry beside its award, and how many were given. */
export const awardDesk = procedure(awardsContract.awardDesk, noSubject, async (call, { editionId }) => {
  const editions = await readEditions(call);
  const chosen = editionId === null ? editions[0] : editions.find((each) => each.editionId === editionId);
  if (!chosen && editionId !== null) throw new Refused('NOT_FOUND');
  const shown = editions.map(({ editionId: id, zh }) => ({ editionId: id, zh }));
  const writes = awardsAccess.decide('bringResults', call.actor, undefined).ok;
  if (!chosen) return { writes, editions: shown, editionId: null, levels: [], given: 0, list: null };
  const edition = await editionById(call.db, chosen.editionId);
  const ladder = ladderOf(edition?.blueprint ?? {});
  const list = await liveListOf(call, chosen.editionId);
  return {
    writes,
    editions: shown,
    editionId: chosen.editionId,
    levels: ladder.map(({ code, zh, places }) => ({ code, zh, places: places ?? null })),
    given: chosen.given,
    list: list && (await presentList(call, list, ladder)),
  };
});

async function presentList(call: Call, list: AwardList, ladder: ReturnType<typeof ladderOf>) {
  const { awardListId, editionId, version, state, proposedByZh, secondNeeded } = list;
  const rows = await readResultEntries(call, { editionId, listId: awardListId }, sql`w.level is not null`);
  return {
    awardListId,
    version,
    ...standingOf(awardListLifecycle, state, 'staff'),
    proposedByZh,
    secondNeeded,
    rows: rows.map(({ entryId, reference, title, regionZh, trackZh, listed }) => ({
      entryId,
      reference,
      title,
      regionZh,
      trackZh,
      awardZh: zhOf(ladder, listed ?? ''),
    })),
    moves: awardListLifecycle.movesFor(list, call.actor, call.now),
    timeline: tellMoves(awardListLifecycle, await readMoves(call.db, awardListId), 'staff', () => ''),
  };
}
