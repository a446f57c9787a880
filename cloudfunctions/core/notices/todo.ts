import type { InferContractRouterOutputs } from '@orpc/contract';
import { officialCalendar } from '@shared/kernel/holidays';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { isProvisional, termAt } from '@shared/kernel/workdays';
import type { noticesContract } from '@shared/notices/contract';

type Workbench = InferContractRouterOutputs<typeof noticesContract>['workbench'];
export type Todo = Workbench['waitsForMe'][number];
export type Queue = Workbench['queues'][number];

/** So few working days are left that the colour says so. */
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

/** The last day of an exclusive closing instant (milliseconds). */
export const lastDayOf = (closesAt: number): string => shanghaiDate(closesAt - 1);
