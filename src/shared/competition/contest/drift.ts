import { lastMomentZh, openingZh } from '../../kernel/moment-words';
import type { Span } from '../phase';

/** A window in words, as read at `now`: `11月4日（周三）至12月13日（周日）24:00`. */
export const windowZh = ({ opensAt, closesAt }: Span, now: number): string =>
  `${openingZh(opensAt, now)}至${lastMomentZh(closesAt, now)}`;

type Track = { code: string; zh: string };

export type DriftSubject = {
  /** The tracks that the city wants everywhere, and those that the contest runs. */
  common: readonly Track[];
  tracks: readonly Track[];
  /** Of each phase the city's window, null where it set none, and the contest's, null where it has none. */
  phases: ReadonlyArray<{ code: string; zh: string; city: Span | null; own: Span | null }>;
};

/** One thing in which a contest differs from the city's frame. `what` is the key of the changes that made it so. */
export type Difference = { what: string; zh: string };

export const trackKey = (code: string): string => `track.${code}`;
export const phaseKey = (code: string): string => `phase.${code}`;

const same = (a: Span, b: Span): boolean => a.opensAt === b.opensAt && a.closesAt === b.closesAt;

/** In what a contest differs from the city's frame: tracks of its own, common ones that it does not run, windows of its own. Nothing is a fault by itself. */
export function differencesOf({ common, tracks, phases }: DriftSubject, now: number): Difference[] {
  const has = (list: readonly Track[], code: string) => list.some((track) => track.code === code);
  const own = tracks.filter(({ code }) => !has(common, code));
  const lacking = common.filter(({ code }) => !has(tracks, code));
  return [
    ...own.map(({ code, zh }) => ({ what: trackKey(code), zh: `自设赛道“${zh}”` })),
    ...lacking.map(({ code, zh }) => ({ what: trackKey(code), zh: `未设通用赛道“${zh}”` })),
    ...phases.flatMap(({ code, zh, city, own: mine }) => {
      if (city === null || (mine !== null && same(city, mine))) return [];
      const is = mine === null ? '没有时间' : windowZh(mine, now);
      return [{ what: phaseKey(code), zh: `${zh}${is}，全市${windowZh(city, now)}` }];
    }),
  ];
}
