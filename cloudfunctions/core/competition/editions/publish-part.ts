import type { Blueprint } from '@shared/competition/blueprint';
import { competitionContract } from '@shared/competition/contract';
import { jsonOf, keysIn, type Values } from '@shared/competition/edition/values';
import { parseBlueprint } from '@shared/competition/form';
import { type PartName, parts } from '@shared/competition/parts';
import { audit } from '../../platform/audit/audit';
import { emit } from '../../platform/outbox';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { namesakesOf } from '../contest/namesakes';
import { type EditionRow, editionOfTracks, insistCurrent } from './edition-rows';
import { presentPart } from './present-edition';
import { seenPart } from './save-part';
import { publishedValues, putPart } from './stand-of-parts';
import { syncPhases, syncTracks } from './sync-contests';

/**
 * Publishes what was changed in a part as a new version, with its reason. What was submitted stays under the version of its day; drafts go on under
 * the new one. The regions' staff are told.
 */
export const publishPart = procedure(competitionContract.publishPart, editionOfTracks, async (call, input, edition) => {
  insistCurrent(edition);
  const { part, reason } = input;
  const { values, version, problems, changed } = await seenPart(call, edition, input);
  if (!changed) throw new Refused('COMPETITION_PART_UNCHANGED');
  if (Object.keys(problems).length > 0) throw new Refused('COMPETITION_PART_UNFINISHED', undefined, problems);
  if (part === 'basics' && values.year !== edition.year) {
    throw new Refused('COMPETITION_PART_UNFINISHED', undefined, { year: `已经发布，年度只能是 ${edition.year}` });
  }
  if (part === 'tracks') await insistOwnNames(call, edition, values);
  const n = edition.blueprint_version + 1;
  const next = withPart(edition, part, renewTexts(part, values, publishedValues(edition, part), n));
  await call.db
    .insertInto('blueprint_version')
    .values({
      edition_id: edition.id,
      n,
      cutoff_date: next.cutoff_date,
      blueprint: json(next.blueprint),
      part,
      reason,
      published_at: at(call.now),
      published_by: me(call),
    })
    .execute();
  await call.db
    .updateTable('edition')
    .set({
      name_zh: next.name_zh,
      cutoff_date: next.cutoff_date,
      blueprint: json(next.blueprint),
      blueprint_version: n,
      version: edition.version + 1,
    })
    .where('id', '=', edition.id)
    .execute();
  if (part === 'tracks') await syncTracks(call, edition.id, next.blueprint);
  if (part === 'phases') await syncPhases(call, edition.id, edition.blueprint, next.blueprint);
  await putPart(call, edition.id, part, { data: publishedValues(next, part), version: version + 1 });
  await audit(call, `edition:${edition.id}`, 'competition/publishPart', { part, n });
  await emit(call, 'edition.changed', `edition:${edition.id}`, {
    editionId: edition.id,
    editionZh: next.name_zh,
    part,
    partZh: parts[part].zh,
    reason,
  });
  return presentPart(call, { ...next, blueprint_version: n, version: edition.version + 1 }, part);
});

/** Refuses a common track that is called like a region's own. */
async function insistOwnNames(call: Call, { id }: EditionRow, tracks: Values): Promise<void> {
  const namesakes = await namesakesOf(call.db, id, tracks);
  if (namesakes.length === 0) return;
  const fields = Object.fromEntries(namesakes.map(({ place, text }) => [place, text]));
  throw new Refused('COMPETITION_PART_UNFINISHED', undefined, fields);
}

/** The edition with another part in it. */
function withPart(edition: EditionRow, part: PartName, values: Values): EditionRow {
  const kept = Object.entries(edition.blueprint).filter(([key]) => !parts[part].keys.includes(key as keyof Blueprint));
  const { nameZh, year: _, cutoffDate, ...changed } = jsonOf(part, values);
  return {
    ...edition,
    blueprint: parseBlueprint({ ...Object.fromEntries(kept), ...changed }),
    ...(part === 'basics' && { name_zh: String(nameZh), cutoff_date: String(cutoffDate) }),
  };
}

/** A text that people agree to gets a new version as soon as a word of it changes: who agreed to the older has not agreed to this one. */
function renewTexts(part: PartName, values: Values, published: Values, n: number): Values {
  if (part !== 'consents') return values;
  const texts = ['declaration.', ...keysIn(values, 'consents').map((kind) => `consents/${kind}/`)];
  const renewed = texts.filter((of) => values[`${of}bodyZh`] !== published[`${of}bodyZh`]);
  return { ...values, ...Object.fromEntries(renewed.map((of) => [`${of}version`, `v${n}`])) };
}
