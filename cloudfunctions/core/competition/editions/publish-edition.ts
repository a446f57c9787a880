import type { Blueprint } from '@shared/competition/blueprint';
import { competitionContract } from '@shared/competition/contract';
import { jsonOf } from '@shared/competition/edition/values';
import { parseBlueprint } from '@shared/competition/form';
import { type PartName, partNames } from '@shared/competition/parts';
import { audit } from '../../platform/audit/audit';
import { emit } from '../../platform/outbox';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { editionInTurn, insistDraft } from './edition-rows';
import { obstaclesTo, presentEdition } from './present-edition';
import { type StandingPart, standOf } from './stand-of-parts';
import { syncPhases, syncTracks } from './sync-contests';

type Whole = { nameZh: string; year: number; cutoffDate: string; blueprint: Blueprint };

/** The parts put together. Throws when one of them is unfinished: who asks has looked before. */
function putTogether(stand: Record<PartName, StandingPart>): Whole {
  const json = Object.assign({}, ...partNames.map((part) => jsonOf(part, stand[part].values)));
  const { nameZh, year, cutoffDate, ...blueprint } = json;
  return { nameZh, year, cutoffDate, blueprint: parseBlueprint(blueprint) };
}

/**
 * Publishes a draft: its contests get their common tracks and phases, it becomes the current edition, and the one before is past. Refused while
 * anything is missing. The regions' staff are told.
 */
export const publishEdition = procedure(
  competitionContract.publishEdition,
  editionInTurn,
  async (call, input, edition) => {
    insistDraft(edition);
    if (edition.version !== input.version) {
      throw new Refused('CASE_STALE', undefined, undefined, await presentEdition(call, edition));
    }
    const stand = await standOf(call, edition);
    const [first] = await obstaclesTo(call, edition.id, stand);
    if (first) throw new Refused('COMPETITION_EDITION_NOT_READY', `还不能发布：${first.text}`);
    const { nameZh, year, cutoffDate, blueprint } = putTogether(stand);
    await endCurrent(call);
    await call.db
      .insertInto('blueprint_version')
      .values({
        edition_id: edition.id,
        n: 1,
        cutoff_date: cutoffDate,
        blueprint: json(blueprint),
        part: null,
        reason: '',
        published_at: at(call.now),
        published_by: me(call),
      })
      .execute();
    const published = await call.db
      .updateTable('edition')
      .set({
        name_zh: nameZh,
        year,
        cutoff_date: cutoffDate,
        blueprint: json(blueprint),
        status: 'current',
        published_at: at(call.now),
        version: edition.version + 1,
      })
      .where('id', '=', edition.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await syncTracks(call, edition.id, blueprint);
    await syncPhases(call, edition.id, null, blueprint);
    await audit(call, `edition:${edition.id}`, 'competition/publishEdition', { n: 1 });
    await emit(call, 'edition.published', `edition:${edition.id}`, { editionId: edition.id, editionZh: nameZh });
    return presentEdition(call, published);
  },
);

/** The edition that was current becomes past; its row is locked for its audit chain. */
async function endCurrent(call: Call): Promise<void> {
  const ended = await call.db
    .updateTable('edition')
    .set(({ eb }) => ({ status: 'past', version: eb('version', '+', 1) }))
    .where('status', '=', 'current')
    .returning('id')
    .executeTakeFirst();
  if (ended) await audit(call, `edition:${ended.id}`, 'competition/endEdition', {});
}
