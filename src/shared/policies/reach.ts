import { groupDigits } from '../kernel/group-digits';

/**
 * How many a policy concerns. `surely`: it holds of what is known of them; `perhaps`: what is asked only in the application stands open, and
 * nothing else.
 */
export type Reach = { surely: number; perhaps: number };

/** Fewer people than this are not counted aloud: of a handful a number says too much of each. */
export const smallestTold = 10;

const people = (n: number): string => (n < smallestTold ? `不足 ${smallestTold} 人` : `${groupDigits(n)} 人`);

/**
 * The same in a sentence for staff. Where either number is small they are told together, so that neither is found by taking one from the
 * other.
 */
export function reachZh({ surely, perhaps }: Reach): string {
  if (surely + perhaps === 0) return '没有新符合条件的人';
  if (perhaps === 0) return `${people(surely)}新符合条件`;
  if (surely === 0) return `${people(perhaps)}可能新符合条件`;
  if (surely < smallestTold || perhaps < smallestTold) return `${people(surely + perhaps)}新符合或可能新符合条件`;
  return `${people(surely)}新符合条件，另有 ${people(perhaps)}可能符合`;
}
