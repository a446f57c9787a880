import type { api } from '../../client/api';

type Workbench = Awaited<ReturnType<typeof api.notices.workbench>>;

/** How many cases wait for a reviewer: one's own and those that nobody has taken; none for who only looks on. */
export const waitingFor = ({ queues, stacks }: Workbench): number =>
  stacks === undefined ? 0 : queues.reduce((sum, { unclaimed, mine }) => sum + unclaimed + mine, 0);

export const overdueOf = ({ queues }: Workbench): number => queues.reduce((sum, { overdue }) => sum + overdue, 0);

/** The workbench's title says how things stand for its reader. */
export function workbenchTitle(desk: Workbench): string {
  const late = overdueOf(desk) > 0 ? `，${overdueOf(desk)} 件已超期` : '';
  if (desk.stacks !== undefined) {
    const waiting = Math.max(waitingFor(desk), desk.waitsForMe.length);
    return waiting === 0 ? '暂无待办' : `等您办 ${waiting} 件${late}`;
  }
  if (desk.waitsForMe.length > 0) return `等您办 ${desk.waitsForMe.length} 件`;
  if (desk.queues.length > 0) return `在审 ${desk.queues.reduce((sum, { waiting }) => sum + waiting, 0)} 件${late}`;
  return desk.iWaitFor.length > 0 ? '您暂时不用操作' : '暂无待办';
}
