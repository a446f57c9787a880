import * as z from 'zod/mini';
import { fundForm } from '../competition/form';
import { count, cursor, read, uuid } from '../kernel/contract';
import { claimContract } from './award-claim/contract';
import { listContract } from './award-list/contract';

/** How the latest finished edition ended. Expected jobs are declared, not verified. */
export const pastView = z.object({
  editionId: z.string(),
  nameZh: z.string(),
  participating: count,
  winners: count,
  /** How many won what, the highest level first; levels that nobody won are left out. */
  levels: z.array(z.object({ zh: z.string(), winners: count })),
  directExpected: count,
  indirectExpected: count,
  /** Money announced with the edition, in fen, and what is known of it. */
  fund: z.nullable(fundForm),
  /** Some of the rows behind these numbers are demonstration data. */
  synthetic: z.boolean(),
});

/** An award of an edition that is over whose project has something of an entry: `by` says what. All of it but that was published. */
export const pastWin = z.object({
  year: z.int(),
  title: z.string(),
  regionZh: z.string(),
  awardZh: z.string(),
  by: z.array(z.enum(['leader', 'entity', 'title'])),
});

export const awardsContract = {
  ...claimContract,
  ...listContract,
  /** Whether a submitted entry may have won before, for those who review it (rules §2.2 NOT_PAST_WINNER). */
  pastWins: read.input(z.object({ entryId: uuid })).output(z.object({ wins: z.array(pastWin) })),
  /** Published results; `regionId` null means every region. No personal data beyond what was published. */
  results: read
    .input(z.object({ editionId: z.string(), regionId: z.nullable(z.string()), cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(
      z.object({
        items: z.array(
          z.object({
            entryId: z.string(),
            title: z.string(),
            regionZh: z.string(),
            trackZh: z.string(),
            /** A level of the edition's ladder. */
            award: z.string(),
            awardZh: z.string(),
            synthetic: z.boolean(),
          }),
        ),
        next: z.nullable(z.string()),
        total: count,
        regions: z.array(
          z.object({
            regionId: z.string(),
            zh: z.string(),
            winners: count,
            /** Null while the edition runs: how many take part is nobody's outside the staff until it is over. */
            participating: z.nullable(count),
          }),
        ),
      }),
    ),
};
