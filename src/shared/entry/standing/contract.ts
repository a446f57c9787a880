import * as z from 'zod/mini';
import { dueClock, offeredMove, standing, timelineItem } from '../../cases/contract';
import { count, date, instant, uuid, version } from '../../kernel/contract';
import { sectionNames } from '../sections';

const snapshotLine = z.object({ label: z.string(), value: z.string() });
export const receiptView = z.object({
  entryId: uuid,
  reference: z.string(),
  n: z.int(),
  takenAt: instant,
  /** The day by which staff should have reviewed it; null when it is not with them. */
  reviewDue: z.nullable(date),
  sha256: z.string(),
  editionZh: z.string(),
  regionZh: z.string(),
  parts: z.array(z.object({ section: z.enum(sectionNames), zh: z.string(), lines: z.array(snapshotLine) })),
  files: z.array(z.object({ slotZh: z.string(), name: z.string(), size: count, sha256: z.string(), version: z.int() })),
});

export const statusView = z.object({
  entryId: uuid,
  title: z.string(),
  reference: z.nullable(z.string()),
  ...standing.shape,
  holderZh: z.nullable(z.string()),
  ...dueClock.shape,
  timeline: z.array(timelineItem),
  moves: z.array(offeredMove),
  version,
});
