import { competitionContract } from '@shared/competition/contract';
import { nothing, procedure } from '../procedure';
import { type Contest, contestById, contestsOf, currentEdition, editionById, presentPhase } from './queries';

const card = (contest: Contest, now: number) => {
  const signUp = contest.phases.find((phase) => phase.kind === 'signUp');
  return {
    contestId: contest.contestId,
    regionId: contest.regionId,
    regionZh: contest.regionZh,
    locatedIn: contest.locatedIn,
    tracks: contest.tracks,
    signUp: signUp ? presentPhase(signUp, now) : null,
  };
};

/** The page anyone may see. The timetable shown for the city is the first region's: the city sets the frame. */
export const home = procedure(competitionContract.home, nothing, async (call) => {
  const edition = await currentEdition(call.db);
  const contests = edition ? await contestsOf(call.db, edition.editionId) : [];
  return {
    mode: call.home.mode,
    edition: edition && {
      editionId: edition.editionId,
      nameZh: edition.nameZh,
      year: edition.year,
      cutoffDate: edition.cutoffDate,
      synthetic: edition.synthetic,
    },
    contests: contests.map((contest) => card(contest, call.now)),
    phases: (contests[0]?.phases ?? []).map((phase) => presentPhase(phase, call.now)),
    notices: edition?.blueprint.notices ?? [],
    organiser: edition?.blueprint.organiser ?? { nameZh: '', filingZh: '' },
  };
});

type Loaded = { contest: Contest };

/** One region's contest with everything the form needs to know. */
export const contest = procedure(
  competitionContract.contest,
  async (call, { contestId }: { contestId: string }): Promise<Loaded | null> => {
    const found = await contestById(call.db, contestId);
    return found && { contest: found };
  },
  async (call, _input, { contest: found }) => {
    const edition = await editionById(call.db, found.editionId);
    if (!edition) throw new Error('a contest without an edition');
    const { groups, slots, consents, declaration } = edition.blueprint;
    const { blueprint: _, ...rest } = edition;
    return {
      ...card(found, call.now),
      edition: rest,
      phases: found.phases.map((phase) => presentPhase(phase, call.now)),
      groups,
      slots,
      consents,
      declaration,
    };
  },
);
