import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { heard } from '../../client/server-clock';

export type EntryView = Awaited<ReturnType<typeof api.entry.get>>;
export type SectionView = EntryView['sections'][number];
export type Material = EntryView['materials'][number];
export type Member = EntryView['members'][number];
export type Contest = Awaited<ReturnType<typeof api.competition.contest>>;
export type Home = Awaited<ReturnType<typeof api.competition.home>>;

export const entryKey = (entryId: string) => ['entry', 'get', entryId];

/** One's own entry with all its parts. */
export const useEntry = (entryId: string) =>
  useAsk(entryKey(entryId), async () => heard(await api.entry.get({ entryId })));

/**
 * A region's contest: tracks, groups, slots and the texts to agree to. Not asked until one is known.
 * @param rulesVersion the version of its edition under which an entry stands; the newest when there is none
 */
export const useContest = (contestId: string | undefined, rulesVersion?: number) =>
  useAsk(
    ['competition', 'contest', contestId ?? '', rulesVersion ?? null],
    async () => heard(await api.competition.contest({ contestId: contestId ?? '', rulesVersion })),
    contestId !== undefined && contestId !== '',
  );

export const useHome = () => useAsk(['competition', 'home'], async () => heard(await api.competition.home({})));
