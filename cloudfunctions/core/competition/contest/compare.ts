import type { Blueprint } from '@shared/competition/blueprint';
import { differencesOf } from '@shared/competition/contest/drift';
import { competitionContract } from '@shared/competition/contract';
import { hasRoleAnywhere, regionsOf } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { noSubject, procedure } from '../../rpc/procedure';
import { contestsOf, currentEdition } from '../queries';
import { cityWindow } from './read-setup';

type Listed = { contestId: string; regionZh: string; editionZh: string; draft: boolean; contactMissing: boolean };

/** The contests that the asker may look into, of what is current first and then of drafts. */
export const contestSetups = procedure(competitionContract.contestSetups, noSubject, async (call) => {
  const everywhere = hasRoleAnywhere(call.actor, 'cityStaff') || hasRoleAnywhere(call.actor, 'auditor');
  const led = everywhere ? 'all' : regionsOf(call.actor, 'regionLead');
  const here = led === 'all' ? sql`true` : sql`c.region_id = any(${[...led]})`;
  const { rows } = await sql<Listed>`
    select c.id as "contestId", r.name_zh as "regionZh", d.name_zh as "editionZh", d.status = 'draft' as draft, c.phone = '' as "contactMissing"
    from contest c join edition d on d.id = c.edition_id join region r on r.id = c.region_id
    where d.status <> 'past' and ${here} order by d.status, d.id, r.sort`.execute(call.db);
  return { contests: rows };
});

type Since = { contestId: string; what: string; at: number; byZh: string };

/** The last change of each thing of each contest of an edition. */
const lastChanges = (editionId: string) => sql<Since>`
  select distinct on (h.contest_id, h.what) h.contest_id as "contestId", h.what, h.at, p.display_name as "byZh"
  from contest_change h join contest c on c.id = h.contest_id join person p on p.id = h.by_person
  where c.edition_id = ${editionId} order by h.contest_id, h.what, h.n desc`;

/** Which region differs from the city's frame in what, since when and by whom. */
export const drift = procedure(competitionContract.drift, noSubject, async (call) => {
  const edition = await currentEdition(call.db);
  if (!edition) return { editionZh: null, regions: [] };
  const [contests, { rows: changes }, common] = await Promise.all([
    contestsOf(call.db, edition.editionId),
    lastChanges(edition.editionId).execute(call.db),
    call.db
      .selectFrom('track')
      .select(['code', 'zh'])
      .where('edition_id', '=', edition.editionId)
      .where('kind', '=', 'common')
      .orderBy('code')
      .execute(),
  ]);
  const phasesOf = (phases: (typeof contests)[number]['phases'], { phases: named }: Blueprint) =>
    named.map((phase) => ({
      code: phase.code,
      zh: phase.zh,
      city: cityWindow(phase).span,
      own: phases.find(({ kind }) => kind === phase.code) ?? null,
    }));
  return {
    editionZh: edition.nameZh,
    regions: contests.map(({ contestId, regionZh, contact, tracks, phases }) => ({
      contestId,
      regionZh,
      contactMissing: contact === null,
      differences: differencesOf({ common, tracks, phases: phasesOf(phases, edition.blueprint) }, call.now).map(
        ({ what, zh }) => {
          const last = changes.find((change) => change.contestId === contestId && change.what === what);
          return { what, zh, since: last ? toShanghai(last.at) : null, byZh: last?.byZh ?? null };
        },
      ),
    })),
  };
});
