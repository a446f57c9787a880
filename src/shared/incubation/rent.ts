import { addMonths } from '../kernel/shanghai';
import type { Tenure } from './tenure';
import type { PlaceTerms } from './terms';

/** A month's rent: from when it is owed, how much of it is let off, and what is left to pay. Money in whole fen; the app takes none. */
export type RentLine = { n: number; dueOn: string; fullFen: number; reliefPercent: number; dueFen: number };

/** How much is let off in a month of somebody's time in places; `month` counts from 0, over all sites. */
export const reliefIn = (month: number, { reliefPercent }: PlaceTerms): number =>
  reliefPercent[Math.floor(month / 12)] ?? 0;

/** The months of an agreement, each owed on its first day, stepped by how many months its tenant had before it. What is let off is rounded down to the fen. */
export function rentOf({ from, to }: Tenure, hadMonths: number, fullFen: number, terms: PlaceTerms): RentLine[] {
  const lines: RentLine[] = [];
  for (let n = 0; ; n += 1) {
    const dueOn = addMonths(from, n);
    if (dueOn >= to) return lines;
    const reliefPercent = reliefIn(hadMonths + n, terms);
    const dueFen = fullFen - Math.floor((fullFen * reliefPercent) / 100);
    lines.push({ n: n + 1, dueOn, fullFen, reliefPercent, dueFen });
  }
}

/** The steps in words: 第一年免，第二年减 50%，第三年减 30%. */
export const reliefZh = ({ reliefPercent }: PlaceTerms): string =>
  reliefPercent
    .map((percent, i) => `第${'一二三四五'.charAt(i)}年${percent === 100 ? '免' : `减 ${percent}%`}`)
    .join('，');
