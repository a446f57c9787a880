import type { Review } from '../marks/mark-keeper';

export type Decision = Review['decisions'][number];

/** The decision that is not over, if any. */
export const standingDecision = ({ decisions }: Review): Decision | null => decisions.find(({ live }) => live) ?? null;

/**
 * What its maker typed for this decision the last time, when that came back: taken back, not signed or not made. Nothing typed is lost by it.
 * @returns null when nothing came back
 */
export function typedBefore({ decisions }: Review, move: Decision['move']): Decision | null {
  const last = decisions[decisions.length - 1];
  return last?.byMe && !last.live && last.state !== 'made' && last.move === move ? last : null;
}

/** Changes whenever a decision comes, goes or comes back, so that a sheet begins with what belongs to it then. */
export const decisionKey = ({ version, decisions }: Review): string => {
  const last = decisions[decisions.length - 1];
  return [version, last?.decisionId, last?.state].join();
};
