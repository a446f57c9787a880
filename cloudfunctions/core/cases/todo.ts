import type { InferContractRouterOutputs } from '@orpc/contract';
import { officialCalendar } from '@shared/kernel/holidays';
import { dayMs } from '@shared/kernel/moment-words';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { isProvisional, termAt } from '@shared/kernel/workdays';
import type { noticesContract } from '@shared/notices/contract';

type Workbench = InferContractRouterOutputs<typeof noticesContract>['workbench'];
export type Todo = Workbench['waitsForMe'][number];
export type Queue = Workbench['queues'][number];

/** So few days, working days or others, are left that the colour says so. */
const soon = 2;

/** The clock of a thing on the workbench: its last day, the working days left, and a warning as it comes near. */
export function clockOf(
  dueDate: string | null,
  today: string,
): Pick<Todo, 'dueDate' | 'workdaysLeft' | 'workdaysOver' | 'provisional' | 'tone'> {
  if (dueDate === null) return { dueDate, workdaysLeft: null, workdaysOver: null, provisional: false, tone: 'info' };
  const term = termAt(today, dueDate, officialCalendar);
  return {
    dueDate,
    ...term,
    provisional: isProvisional(today, dueDate, officialCalendar),
    tone: term.workdaysLeft <= soon ? 'warn' : 'info',
  };
}

/** The same of a term that runs in days and not in working days: its sentence says how many are left. `closesAt` and `now` in milliseconds. */
export const dayClockOf = (closesAt: number, now: number): ReturnType<typeof clockOf> => ({
  ...clockOf(null, ''),
  dueDate: lastDayOf(closesAt),
  tone: closesAt - now <= soon * dayMs ? 'warn' : 'info',
});

/** The last day of an exclusive closing instant (milliseconds). */
export const lastDayOf = (closesAt: number): string => shanghaiDate(closesAt - 1);
