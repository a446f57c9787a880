import { competitionContract } from '@shared/competition/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { newestHere } from './announcement/newest';
import { type Contest, contestById, editionById, presentCard, presentHome, presentPhase } from './queries';

/** The page anyone may see. */
export const home = procedure(competitionContract.home, noSubject, presentHome);

type Loaded = { contest: Contest };

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
