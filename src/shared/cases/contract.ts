import * as z from 'zod/mini';
import { instant } from '../kernel/contract';

/** Where a case stands, for this reader: a state's code and words, its colour, whose turn it is, whether its owner may write in it, whether it is live. */
export const standing = z.object({
  state: z.string(),
  stateZh: z.string(),
  tone: z.enum(['neutral', 'info', 'warn', 'pass']),
  waits: z.nullable(z.enum(['own', 'staff', 'organiser'])),
  editable: z.boolean(),
  live: z.boolean(),
});

/** What happened to a case, in its reader's words. */
export const timelineItem = z.object({ zh: z.string(), at: instant, byZh: z.string(), reason: z.nullable(z.string()) });
