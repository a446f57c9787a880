import { competitionContract } from '@shared/competition/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import type { Call } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { newestHere } from './announcement/newest';
import {
  type Contest,
  cityPhases,
  contestById,
  contestsOf,
  currentEdition,
  editionById,
  presentCard,
  presentHome,
  presentPhase,
} from './queries';

/** The page anyone may see. */
export const home = procedure(competitionContract.home, noSubject, presentHome);

type Loaded = { contest: Contest };

/** The contest that is asked for, where one is. */
async function contestIfAsked(
  call: Call,
  { contestId }: { contestId?: string | null | undefined },
): Promise<{ contest: Contest | null } | null> {
  if (!contestId) return { contest: null };
  const found = await contestById(call.db, contestId);
  return found && { contest: found };
}

/** What people read before they enter, of the current edition or of a contest's own. */
export const guide = procedure(competitionContract.guide, contestIfAsked, async (call, _input, { contest: found }) => {
  const edition = found ? await editionById(call.db, found.editionId) : await currentEdition(call.db);
  if (!edition) throw new Refused('COMPETITION_NO_EDITION');
  const phases = found?.phases ?? cityPhases(await contestsOf(call.db, edition.editionId));
  const { guide: written, awards = [], fund, organiser } = edition.blueprint;
  return {
    now: toShanghai(call.now),
    contestId: found?.contestId ?? null,
    regionZh: found?.regionZh ?? null,
    editionZh: edition.nameZh,
    ...(written ?? { rulesZh: '', faq: [], templates: [] }),
    awards,
    fund: fund ?? null,
    phases: phases.map((phase) => presentPhase(phase, call.now)),
    contact: found?.contact ?? null,
    organiser,
  };
});

/** One region's contest with everything the form needs to know. */
export const contest = procedure(
  competitionContract.contest,
  async (call, { contestId }: { contestId: string }): Promise<Loaded | null> => {
    const found = await contestById(call.db, contestId);
    return found && { contest: found };
  },
  async (call, { rulesVersion }, { contest: found }) => {
    const edition = await editionById(call.db, found.editionId, rulesVersion);
    if (!edition) throw new Refused('NOT_FOUND');
    const { groups, identityPapers = ['resident_id' as const], slots, consents, declaration } = edition.blueprint;
    const { blueprint: _, ...rest } = edition;
    return {
      now: toShanghai(call.now),
      ...presentCard(found, call.now),
      edition: rest,
      phases: found.phases.map((phase) => presentPhase(phase, call.now)),
      groups,
      identityPapers,
      slots,
      consents,
      declaration,
      announcements: await newestHere(call.db, found.editionId, found.regionId),
    };
  },
);
