import * as z from 'zod/mini';
import { count, date, instant, term } from '../kernel/contract';

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

/** A button that the server offers: what it does, and, when it is shown but closed, why. */
export const offeredMove = z.object({
  move: z.string(),
  label: z.string(),
  danger: z.nullable(z.string()),
  closed: z.nullable(z.string()),
});

/** The last day by which somebody has to act, in working days; all null while no clock runs. */
export const dueClock = z.object({ dueDate: z.nullable(date), ...term.shape });

/** Why any move may be refused besides its noun's own reasons: what was decided on is no longer what stands. `zh` is what people call the noun. */
export const staleMove = (zh: string) => ({
  CASE_STALE: { status: 409, message: `没有办成：${zh}刚有变化。请刷新后再办` },
});
/** The same of moves that belong to whoever holds the case. */
export const heldMove = (zh: string, takeFirst: string) => ({
  CASE_HELD_BY_OTHER: { status: 409, message: `这个${zh}已由他人受理` },
  CASE_NOT_HELD: { status: 422, message: takeFirst },
});

/** One thing on the workbench: what it is, where it leads, and its clock in working days. `id` tells it from all others there. */
export const todoItem = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  link: z.string(),
  dueDate: z.nullable(z.string()),
  workdaysLeft: z.nullable(z.int()),
  workdaysOver: z.nullable(z.int()),
  provisional: z.boolean(),
  tone: z.enum(['neutral', 'info', 'warn', 'pass']),
});

export const queueSummary = z.object({
  contestId: z.string(),
  regionZh: z.string(),
  /** All that wait for staff, claimed or not. */
  waiting: count,
  unclaimed: count,
  mine: count,
  overdue: count,
  link: z.string(),
});

/** What falls due for whoever reviews, as slips: what is overdue, a day's (`date`), and all that is due later; the reader's own, and what nobody has taken. */
export const dueStack = z.object({
  when: z.enum(['overdue', 'day', 'later']),
  date: z.nullable(date),
  mine: count,
  unclaimed: count,
});
