import * as z from 'zod/mini';
import { fundForm } from '../competition/form';
import { count, cursor, read } from '../kernel/contract';

/** How the latest finished edition ended. Expected jobs are declared, not verified. */
export const pastView = z.object({
  editionId: z.string(),
  nameZh: z.string(),
  participating: count,
  winners: count,
  directExpected: count,
  indirectExpected: count,
  /** Money announced with the edition, in fen, and what is known of it. */
  fund: z.nullable(fundForm),
  /** Some of the rows behind these numbers are demonstration data. */
  synthetic: z.boolean(),
});

export const awardsContract = {
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
        regions: z.array(z.object({ regionId: z.string(), zh: z.string(), winners: count, participating: count })),
      }),
    ),
};
