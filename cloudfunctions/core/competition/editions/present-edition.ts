import type { InferContractRouterOutputs } from '@orpc/contract';
import { competitionAccess } from '@shared/competition/access';
import type { competitionContract } from '@shared/competition/contract';
import { changesOf } from '@shared/competition/edition/changes';
import { editionLifecycle } from '@shared/competition/edition/lifecycle';
import { obstaclesOf } from '@shared/competition/edition/publish-checks';
import { keysIn } from '@shared/competition/edition/values';
import { type PartName, partNames, parts } from '@shared/competition/parts';
import { toShanghai } from '@shared/kernel/shanghai';
import type { Call } from '../../rpc/call';
import { regionsWithoutPhone } from '../contest/cards';
import { namesakesOf } from '../contest/namesakes';
import type { EditionRow } from './edition-rows';
import { codesOf, publishedValues, type StandingPart, standOf } from './stand-of-parts';

type Outputs = InferContractRouterOutputs<typeof competitionContract>;
type PartView = Outputs['editionPart'];
type Work = Outputs['edition'];

/** Whether whoever calls works on editions. */
export const writesEditions = (call: Call): boolean => competitionAccess.decide('savePart', call.actor, undefined).ok;

export const presentCard = (edition: EditionRow): Outputs['editions']['editions'][number] => ({
  editionId: edition.id,
  nameZh: edition.name_zh,
  year: edition.year,
  status: edition.status,
  statusZh: editionLifecycle.labelOf(edition.status, 'staff'),
  cutoffDate: edition.cutoff_date,
  publishedAt: edition.published_at === null ? null : toShanghai(edition.published_at),
});

function stateOf(edition: EditionRow, { changed, confirmed, problems }: StandingPart): PartView['state'] {
  if (edition.status !== 'draft') return changed ? 'changed' : 'published';
  if (Object.keys(problems).length > 0) return 'unfinished';
  return confirmed ? 'confirmed' : 'toConfirm';
}

function stateZh(state: PartView['state'], { problems }: StandingPart): string {
  switch (state) {
    case 'unfinished':
      return `${Object.keys(problems).length} 处未填好`;
    case 'toConfirm':
      return '待确认';
    case 'confirmed':
      return '已确认';
    case 'published':
      return '已发布';
    case 'changed':
      return '有改动未发布';
  }
}

/** One part with what is wrong in it. `versions`: every blueprint that was published, whose codes stay taken. */
export async function presentPart(call: Call, edition: EditionRow, part: PartName): Promise<PartView> {
  const standing = (await standOf(call, edition))[part];
  const versions = await call.db
    .selectFrom('blueprint_version')
    .select('blueprint')
    .where('edition_id', '=', edition.id)
    .execute();
  const state = stateOf(edition, standing);
  return {
    editionId: edition.id,
    part,
    zh: parts[part].zh,
    hintZh: parts[part].hintZh,
    version: standing.version,
    data: standing.values,
    savedAt: standing.savedAt === null ? null : toShanghai(standing.savedAt),
    savedByZh: standing.savedByZh,
    editable: editionLifecycle.states[edition.status].editable === true && writesEditions(call),
    problems: standing.problems,
    state,
    stateZh: stateZh(state, standing),
    taken: [...new Set(versions.flatMap(({ blueprint }) => codesOf(part, blueprint)))],
    published: edition.status !== 'draft',
    changes: edition.status === 'draft' ? [] : changesOf(part, publishedValues(edition, part), standing.values),
  };
}

/** What the publishing of a draft is judged by (`edition/publish-checks`). */
export async function obstaclesTo(call: Call, editionId: string, stand: Record<PartName, StandingPart>) {
  const published = await call.db.selectFrom('edition').select('year').where('status', '<>', 'draft').execute();
  return obstaclesOf({
    parts: stand,
    takenYears: published.map(({ year }) => year),
    withoutContact: await regionsWithoutPhone(call.db, editionId),
    namesakes: (await namesakesOf(call.db, editionId, stand.tracks.values)).map(({ text }) => text),
    now: call.now,
  });
}

/** An edition as a list of tasks. */
export async function presentEdition(call: Call, edition: EditionRow): Promise<Work> {
  const stand = await standOf(call, edition);
  const draft = edition.status === 'draft';
  return {
    ...presentCard(edition),
    writes: writesEditions(call),
    version: edition.version,
    parts: partNames.map((part) => {
      const state = stateOf(edition, stand[part]);
      return { part, zh: parts[part].zh, hintZh: parts[part].hintZh, state, stateZh: stateZh(state, stand[part]) };
    }),
    obstacles: draft ? await obstaclesTo(call, edition.id, stand) : [],
    replaces: draft ? await replacedBy(call) : null,
    opens: await opensOf(call, edition.id, stand),
    versions: await versionsOf(call, edition),
  };
}

/** What people find where this edition is published: so many contests, and of each so many tracks in common, groups, materials, phases. */
async function opensOf(
  call: Call,
  editionId: string,
  { tracks, groups, materials, phases }: Record<PartName, StandingPart>,
): Promise<Work['opens']> {
  const { contests } = await call.db
    .selectFrom('contest')
    .select(({ fn }) => fn.countAll<number>().as('contests'))
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow();
  const itemsOf = ({ values }: StandingPart, list: string) => keysIn(values, list).length;
  return {
    contests,
    tracks: itemsOf(tracks, 'tracks'),
    groups: itemsOf(groups, 'groups'),
    slots: itemsOf(materials, 'slots'),
    phases: itemsOf(phases, 'phases'),
  };
}

/** The edition that publishing ends. */
async function replacedBy(call: Call): Promise<Work['replaces']> {
  const current = await call.db
    .selectFrom('edition')
    .select(['id as editionId', 'name_zh as nameZh'])
    .where('status', '=', 'current')
    .executeTakeFirst();
  return current ?? null;
}

async function versionsOf(call: Call, edition: EditionRow): Promise<Work['versions']> {
  const rows = await call.db
    .selectFrom('blueprint_version as b')
    .leftJoin('person as p', 'p.id', 'b.published_by')
    .select(['b.n', 'b.part', 'b.reason', 'b.published_at', 'p.display_name'])
    .where('b.edition_id', '=', edition.id)
    .orderBy('b.n', 'desc')
    .execute();
  return rows.map(({ n, part, reason, published_at: published, display_name: byZh }) => ({
    n,
    partZh: part === null ? null : parts[part].zh,
    reason,
    at: published === null ? null : toShanghai(published),
    byZh,
  }));
}
