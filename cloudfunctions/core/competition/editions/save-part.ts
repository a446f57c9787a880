import { competitionContract } from '@shared/competition/contract';
import { keptPart, unkeepablePart } from '@shared/competition/edition/kept';
import { templateList } from '@shared/competition/edition/template-files';
import type { Values } from '@shared/competition/edition/values';
import type { PartName } from '@shared/competition/parts';
import { textHasIdNumber } from '@shared/kernel/typed/sentences';
import { audit } from '../../platform/audit/audit';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type EditionRow, editionOf, insistCurrent, insistDraft } from './edition-rows';
import { presentPart } from './present-edition';
import { publishedValues, putPart, type StandingPart, standOf } from './stand-of-parts';
import { dropUnnamed, knownTemplates } from './template-files';

/** The part as it stands, when it is the one that was seen; else the current one is told. */
export async function seenPart(
  call: Call,
  edition: EditionRow,
  { part, version }: { part: PartName; version: number },
): Promise<StandingPart> {
  const standing = (await standOf(call, edition))[part];
  if (standing.version === version) return standing;
  throw new Refused('CASE_STALE', undefined, undefined, await presentPart(call, edition, part));
}

/** Keeps what was typed, finished or not, and says what is still wrong. Of a published edition nobody sees it before it is published. */
export const savePart = procedure(competitionContract.savePart, editionOf, async (call, input, edition) => {
  if (edition.status === 'past') throw new Refused('COMPETITION_EDITION_OVER');
  const { part } = input;
  const standing = await seenPart(call, edition, input);
  const typed =
    part === 'guide'
      ? { ...input.data, [templateList]: (await knownTemplates(call, edition, input.data, standing.values)).join(',') }
      : input.data;
  const data = keptPart(part, typed, standing.values);
  const wrong = unkeepablePart(data);
  if (Object.keys(wrong).length > 0) throw new Refused(textHasIdNumber, undefined, wrong);
  await putPart(call, edition.id, part, { data, version: standing.version + 1 });
  if (part === 'guide') await dropUnnamed(call, edition, standing.values, data);
  if (part === 'basics' && edition.status === 'draft') await nameDraft(call, edition, data);
  await audit(call, `edition:${edition.id}`, 'competition/savePart', { part, version: standing.version + 1 });
  return presentPart(call, edition, part);
});

/** By what is typed a draft is known in the list. */
async function nameDraft(call: Call, edition: EditionRow, { nameZh, year }: Values): Promise<void> {
  await call.db
    .updateTable('edition')
    .set({
      name_zh: typeof nameZh === 'string' && nameZh !== '' ? nameZh : edition.name_zh,
      year: typeof year === 'number' && Number.isInteger(year) && year < 10_000 ? year : edition.year,
    })
    .where('id', '=', edition.id)
    .execute();
}

/** Who publishes has seen every part as it was confirmed: what is typed and not confirmed keeps an edition from being published anyhow. */
async function countConfirmed(call: Call, { id, version }: EditionRow): Promise<void> {
  await call.db
    .updateTable('edition')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Somebody looked at a part of a draft and says that it is right. Whatever is typed afterwards has to be confirmed again. */
export const confirmPart = procedure(competitionContract.confirmPart, editionOf, async (call, input, edition) => {
  insistDraft(edition);
  const { part } = input;
  const { values, version, problems } = await seenPart(call, edition, input);
  if (Object.keys(problems).length > 0) throw new Refused('COMPETITION_PART_UNFINISHED', undefined, problems);
  await putPart(call, edition.id, part, { data: values, version, confirmed: true });
  await countConfirmed(call, edition);
  await audit(call, `edition:${edition.id}`, 'competition/confirmPart', { part, version });
  return presentPart(call, edition, part);
});

/** What was typed since the last publishing is taken back. */
export const dropPartChanges = procedure(
  competitionContract.dropPartChanges,
  editionOf,
  async (call, input, edition) => {
    insistCurrent(edition);
    const { part } = input;
    const { version, values } = await seenPart(call, edition, input);
    const published = publishedValues(edition, part);
    await putPart(call, edition.id, part, { data: published, version: version + 1 });
    if (part === 'guide') await dropUnnamed(call, edition, values, published);
    await audit(call, `edition:${edition.id}`, 'competition/dropPartChanges', { part, version: version + 1 });
    return presentPart(call, edition, part);
  },
);
