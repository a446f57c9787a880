import type { Blueprint } from '@shared/competition/blueprint';
import { competitionContract } from '@shared/competition/contract';
import { jsonOf } from '@shared/competition/edition/values';
import { partNames, parts } from '@shared/competition/parts';
import { fromRfc3339, toShanghai } from '@shared/kernel/shanghai';
import { procedure } from '../../rpc/procedure';
import { presentGuide } from '../guide';
import { contestsOf, type Phase, presentCard, presentPhase, type Track } from '../queries';
import { editionOf } from './edition-rows';
import { standOf } from './stand-of-parts';

type Typed = Partial<Blueprint & { nameZh: string; year: number; cutoffDate: string }>;

/**
 * An edition as people would see it if what is typed were published now: the landing page, the contests, the form, the guide. A part that is not
 * finished is left out and named. Nothing is written.
 */
export const previewEdition = procedure(
  competitionContract.previewEdition,
  editionOf,
  async (call, _input, edition) => {
    const stand = await standOf(call, edition);
    const isDone = (part: (typeof partNames)[number]) => Object.keys(stand[part].problems).length === 0;
    const typed: Typed = Object.assign({}, ...partNames.filter(isDone).map((part) => jsonOf(part, stand[part].values)));
    const {
      groups = [],
      identityPapers = ['resident_id' as const],
      slots = [],
      consents = [],
      winnersGet = [],
    } = typed;
    const organiser = typed.organiser ?? { nameZh: '', filingZh: '' };
    const nameZh = typed.nameZh ?? edition.name_zh;
    const phases = (typed.phases ?? []).flatMap(windowOf);
    const common: Track[] = (typed.tracks ?? []).map((track) => ({ ...track, kind: 'common' }));
    const contests = (await contestsOf(call.db, edition.id)).map((contest) => ({
      ...contest,
      phases,
      tracks: [...common, ...contest.tracks.filter(({ kind }) => kind !== 'common')],
    }));
    return {
      now: toShanghai(call.now),
      editionId: edition.id,
      missing: partNames.filter((part) => !isDone(part)).map((part) => ({ part, zh: parts[part].zh })),
      home: {
        now: toShanghai(call.now),
        mode: call.home.mode,
        edition: {
          editionId: edition.id,
          nameZh,
          year: typed.year ?? edition.year,
          cutoffDate: typed.cutoffDate ?? edition.cutoff_date,
          synthetic: edition.synthetic,
        },
        contests: contests.map((contest) => presentCard(contest, call.now)),
        phases: phases.map((phase) => presentPhase(phase, call.now)),
        announcements: [],
        organiser,
        winnersGet,
      },
      guide: await presentGuide(call, nameZh, { ...typed, organiser }, phases, null),
      groups,
      identityPapers,
      slots,
      consents,
      declaration: typed.declaration ?? null,
    };
  },
);

/** A phase with the city's window; none while it has no days. */
function windowOf({ code, zh, opensAt, closesAt }: Blueprint['phases'][number]): Phase[] {
  const [opens, closes] = [fromRfc3339(opensAt ?? ''), fromRfc3339(closesAt ?? '')];
  return opens === null || closes === null ? [] : [{ kind: code, zh, opensAt: opens, closesAt: closes }];
}
