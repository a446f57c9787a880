import { judgeRows, rowVerdict } from '@shared/screening/rows';
import { useState } from 'react';
import { focusField } from '../../../../ui/fields/focus-field';
import type { KeptMark, MarkKeeper, Review, ReviewSection } from '../marks/mark-keeper';
import { type Place, rowId } from '../row-state';

type Code = ReviewSection['section'];

interface Desk {
  review: Review;
  kept: ReadonlyMap<Code, KeptMark>;
  keeper: MarkKeeper;
  /** Does this reader hold the entry, so that marks can be made. */
  marks: boolean;
}

/** The form as one goes through it, row by row and part by part: which row is in question, and how far one has got. */
export function useParts({ review, kept, keeper, marks }: Desk) {
  const [current, setCurrent] = useState<Place | null>(null);
  const parts = review.sections.map(({ section, zh, lines, ...served }) => {
    const judged = kept.get(section)?.draft ?? served;
    const rows = lines.map(({ field }) => field);
    const read = rows.filter((row) => rowVerdict(judged, row) !== 'unread').length;
    return { section, zh, rows, judged, verdict: judged.verdict, read };
  });
  const places = parts.flatMap(({ section, rows }): Place[] =>
    rows.length === 0 ? [{ section, field: null }] : rows.map((field) => ({ section, field })),
  );
  const part = parts.find(({ section }) => section === current?.section);
  const go = (place: Place | undefined): void => {
    if (!place) return;
    setCurrent(place);
    bringForward(review, place);
  };
  const goTo = (section: Code): void => go(places.find((place) => place.section === section));
  /** The parts not read yet, but for the one in question: that is judged by itself. */
  const rest = parts.filter(({ section, verdict }) => verdict === 'unread' && section !== current?.section);
  return {
    current,
    parts,
    goTo,
    /** To the row after this one or before it, over the ends of parts too. */
    step(by: 1 | -1): void {
      const at = places.findIndex(({ section, field }) => section === current?.section && field === current.field);
      go(places[at < 0 ? (by === 1 ? 0 : places.length - 1) : at + by]);
    },
    /** To the first row of the part after this one or before it. */
    leap(by: 1 | -1): void {
      const at = part ? parts.indexOf(part) : -1;
      const to = parts[at < 0 ? (by === 1 ? 0 : parts.length - 1) : at + by];
      if (to) goTo(to.section);
    },
    /** Judges the row in question; of one that is wrong the words come next. */
    judge(verdict: 'ok' | 'fault'): void {
      if (!marks || !current || !part) return;
      const { section, field } = current;
      keeper.change(section, field === null ? { verdict } : judgeRows(part.judged, part.rows, [field], verdict));
      if (verdict === 'fault') focusField(`comment-${section}`);
    },
    /** The other rows of the part are in order, but for the one in question and what was found wrong. */
    judgeOthers(): void {
      if (!marks || !current || !part) return;
      const others = part.rows.filter((row) => row !== current.field && rowVerdict(part.judged, row) === 'unread');
      if (others.length > 0) keeper.change(current.section, judgeRows(part.judged, part.rows, others, 'ok'));
    },
    /** From the words back to the row that they are about. */
    back(): void {
      if (current) bringForward(review, current);
    },
    /** How many parts are judged. */
    read: parts.filter(({ verdict }) => verdict !== 'unread').length,
    /** None is in question any more. */
    leave: () => setCurrent(null),
    rest: marks ? rest.length : 0,
    judgeRest(): void {
      for (const { section } of rest) keeper.change(section, { verdict: 'ok' });
    },
  };
}

/** The row comes into sight and has the focus; its part opens with this turn. */
function bringForward(review: Review, { section, field }: Place): void {
  if (process.env.TARO_ENV === 'h5')
    focusField(field === null ? `section-${section}-fold` : rowId(review, section, field));
}

export type Parts = ReturnType<typeof useParts>;
