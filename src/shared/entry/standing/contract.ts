import * as z from 'zod/mini';
import { dueClock, offeredMove, standing, timelineItem } from '../../cases/contract';
import { contactCard } from '../../competition/contest/contract';
import { keptVersion } from '../../files/contract';
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
  /** How people reach the contest; null while nobody said. */
  contact: z.nullable(contactCard),
  parts: z.array(z.object({ section: z.enum(sectionNames), zh: z.string(), lines: z.array(snapshotLine) })),
  files: z.array(z.object({ slotZh: z.string(), name: z.string(), size: count, sha256: z.string(), version: z.int() })),
});

/** A slot of an entry that was sent in whose file is renewed until a lock of its own, with every version that its reader may know of, the newest first. */
export const renewalView = z.object({
  slot: z.string(),
  zh: z.string(),
  /** From when on it is locked; null while the pitches have no time. */
  locksAt: z.nullable(instant),
  /** Why this reader cannot send another now; null while they can. */
  closed: z.nullable(z.string()),
  versions: z.array(keptVersion),
});

export const statusView = z.object({
  entryId: uuid,
  title: z.string(),
  reference: z.nullable(z.string()),
  ...standing.shape,
  holderZh: z.nullable(z.string()),
  /** The contest, and how people reach it; null while nobody said. */
  regionZh: z.string(),
  contact: z.nullable(contactCard),
  ...dueClock.shape,
  /** Working days of the whole term; null where no such clock runs. */
  termDays: z.nullable(z.int()),
  renewals: z.array(renewalView),
  timeline: z.array(timelineItem),
  moves: z.array(offeredMove),
  version,
});

/** The entry that concerns its reader most, told on the landing page: where it stands, what is asked for, and its way. */
export const storyView = z.object({
  entryId: uuid,
  contestId: z.string(),
  title: z.string(),
  reference: z.nullable(z.string()),
  regionZh: z.string(),
  state: z.string(),
  stateZh: z.string(),
  /** Whose turn it is. */
  waits: standing.shape.waits,
  /** The last day, as a sentence without what is left. */
  untilZh: z.nullable(z.string()),
  ...dueClock.shape,
  /** Working days of the whole term; null where no such clock runs. */
  termDays: z.nullable(z.int()),
  /** What was returned, each with the way to its field. */
  faults: z.array(z.object({ zh: z.string(), partZh: z.string(), link: z.string() })),
  /** What stays closed and what follows. */
  thenZh: z.nullable(z.string()),
  path: z.array(z.object({ zh: z.string(), noteZh: z.string(), standing: z.enum(['done', 'now', 'ahead']) })),
});
