import { useState } from 'react';
import type { KeptMark, MarkKeeper, Review, ReviewSection } from '../marks/mark-keeper';

type Code = ReviewSection['section'];

interface Desk {
  review: Review;
  kept: ReadonlyMap<Code, KeptMark>;
  keeper: MarkKeeper;
  /** Does this reader hold the entry, so that marks can be made. */
  marks: boolean;
}

/** The parts of the form as one goes through them: which is in question, and how far one has got. */
export function useParts({ review, kept, keeper, marks }: Desk) {
  const [current, setCurrent] = useState<Code | null>(null);
  const parts = review.sections.map(({ section, zh, ...served }) => ({
    section,
    zh,
    verdict: kept.get(section)?.draft.verdict ?? served.verdict,
  }));
  const at = parts.findIndex(({ section }) => section === current);
  const goTo = (section: Code): void => {
    setCurrent(section);
    if (process.env.TARO_ENV === 'h5') bringForward(section);
  };
  /** The parts not read yet, but for the one in question: that is judged by itself. */
  const rest = parts.filter(({ section, verdict }) => verdict === 'unread' && section !== current);
  return {
    current,
    parts,
    goTo,
    step(by: 1 | -1): void {
      const next = parts[at < 0 ? (by === 1 ? 0 : parts.length - 1) : at + by];
      if (next) goTo(next.section);
    },
    judge(verdict: 'ok' | 'fault'): void {
      if (marks && current !== null) keeper.change(current, { verdict });
    },
    /** How many are judged. */
    read: parts.filter(({ verdict }) => verdict !== 'unread').length,
    /** None is in question any more. */
    leave: () => setCurrent(null),
    rest: marks ? rest.length : 0,
    judgeRest(): void {
      for (const { section } of rest) keeper.change(section, { verdict: 'ok' });
    },
  };
}

/** Its heading comes to the top of the pane, and has the focus. */
function bringForward(section: Code): void {
  // The part opens with this turn, so that its place is known after it.
  requestAnimationFrame(() => {
    const head = document.getElementById(`section-${section}-fold`);
    head?.scrollIntoView?.({ block: 'start' });
    head?.focus({ preventScroll: true });
  });
}

export type Parts = ReturnType<typeof useParts>;
