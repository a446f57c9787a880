import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { actKey } from '../../../../client/act-key';
import { api } from '../../../../client/api';
import { MarkKeeper, type Review } from './mark-keeper';
import { notesOf } from './mark-notes';

/** The marks of one review, saved as they are made; what is typed survives every reload of the review. */
export function useMarks(review: Review) {
  const cache = useQueryClient();
  const { entryId, sections, round } = review;
  // Who does not hold the entry has nothing to save.
  const holds = useRef(review.claimedByMe);
  holds.current = review.claimedByMe;
  const [keeper] = useState(() => {
    const made = new MarkKeeper(
      async (section, markVersion, draft) => {
        const input = { entryId, section, markVersion, ...draft };
        try {
          return await api.screening.markSection(input, { context: { key: actKey() } });
        } finally {
          // Saved or refused because a colleague was faster: either way the review has changed.
          void cache.invalidateQueries({ queryKey: ['screening', 'review', entryId] });
        }
      },
      notesOf(entryId, () => holds.current),
    );
    made.load(sections, round);
    return made;
  });
  useEffect(() => keeper.load(sections, round), [keeper, sections, round]);
  // What was typed last is not lost with the page.
  useEffect(() => () => void keeper.flush(), [keeper]);
  return { keeper, kept: useSyncExternalStore(keeper.subscribe, keeper.all) };
}
