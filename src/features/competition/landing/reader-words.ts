import type { Own } from '../use-landing';

/** Whether the page has something to say to its reader before it speaks of the contest. */
export const concerns = (own: Own | null): own is Own =>
  own !== null && (own.story !== null || own.todos.length > 0 || own.queue !== null || own.posts !== undefined);

/** What waits for whoever decides on entries: their own, and what nobody has taken. */
export const waitingOf = ({ unclaimed, mine }: NonNullable<Own['queue']>): number => unclaimed + mine;

/** The page's title: how things stand for its reader. */
export function readerTitle({ story, todos, queue, posts }: Own, waits: number): string {
  if (queue?.reviews) {
    const late = queue.overdue > 0 ? `，${queue.overdue} 件已超期` : '';
    return waitingOf(queue) === 0 ? '没有等您办的项目' : `等您办 ${waitingOf(queue)} 件${late}`;
  }
  if (waits > 0 || todos.length > 0) return `您有 ${Math.max(waits, todos.length)} 件事等您办`;
  if (queue !== null) return `在审 ${queue.waiting} 件${queue.overdue > 0 ? `，${queue.overdue} 件已超期` : ''}`;
  if (story === null && posts) return `您是${posts.map(({ placeZh }) => placeZh).join('、')}的评委`;
  return story?.state === 'qualified' ? '报名审核已通过' : '您暂时不用操作';
}
