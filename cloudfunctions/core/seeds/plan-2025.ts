import { startOfDay } from '@shared/kernel/shanghai';
import { regions } from '../platform/city/regions';
import { type EditionRow, rows2025 } from './edition-2025';
import { pastEdition } from './editions';
import type { Script } from './play-entry';
import { dice, share, syntheticTitle } from './synthetic';

/** An entry that took part in 2025: what is filled in, and what it came to. */
export type Planned = { script: Script; award: 'first' | 'second' | 'third' | null; synthetic: boolean };
export type PlannedRegion = { regionId: string; entries: readonly Planned[] };

export const cutoff2025 = '2025-10-01';

/** The three projects whose prize the news report states; every further figure of theirs is synthetic. */
const named: Readonly<Record<string, { trackCode: string; title: string }>> = {
  '141002': { trackCode: 'digital_city', title: '城市安全与智慧能源解决方案' },
  '141022': { trackCode: 'rural_revitalisation', title: '汇农农业开发项目' },
  '141023': { trackCode: 'rural_revitalisation', title: '智禾农业技术服务' },
};

/** The first prize of 蒲县 went to a registered firm: the persona `winner-first` has it. */
const firstOfPuxian = 211;

/** Whoever took part in 2025, region by region, to the digit of the seed table. */
export const plan2025 = (): PlannedRegion[] =>
  rows2025.map((row, i) => ({
    regionId: row.regionId,
    entries: planRegion(row, 1 + rows2025.slice(0, i).reduce((sum, { entries }) => sum + entries, 0)),
  }));

export const zhOf = (regionId: string): string => regions.find((r) => r.id === regionId)?.nameZh ?? regionId;

function planRegion(row: EditionRow, from: number): Planned[] {
  const roll = dice(from);
  const weights = Array.from({ length: row.entries }, () => 0.5 + roll());
  const direct = share(row.direct, weights);
  const indirect = share(row.indirect, weights);
  const trackCodes = row.tracks.flatMap(([code, entries]) => Array.from({ length: entries }, () => code));
  const awards = (['first', 'second', 'third'] as const).flatMap((level) =>
    Array.from({ length: row.awards[level] }, () => level),
  );
  const stated = named[row.regionId];
  const first = stated ? trackCodes.indexOf(stated.trackCode) : 0;
  return trackCodes.map((trackCode, i) => {
    const isNamed = stated !== undefined && i === first;
    // The stated first prize stands first; the others follow in the order of entry.
    const place = isNamed ? 0 : stated && i < first ? i + 1 : i;
    const script: Script = {
      n: from + i,
      editionId: pastEdition,
      regionId: row.regionId,
      regionZh: zhOf(row.regionId),
      trackCode,
      groupCode: (from + i) % 3 === 0 || from + i === firstOfPuxian ? 'start_up' : 'idea_team',
      title: isNamed ? stated.title : syntheticTitle(trackCode, from + i),
      direct: direct[i] ?? 1,
      indirect: indirect[i] ?? 1,
      begins: startOfDay('2025-10-10') + (8 + i) * 3_600_000,
      cutoffDate: cutoff2025,
    };
    return { script, award: awards[place] ?? null, synthetic: !isNamed };
  });
}
