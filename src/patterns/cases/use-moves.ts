import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Failure, mayPass } from '../../client/transport/failure';

/** A move as `useChange` carries it out. */
type Move = { failure: Failure | null; busy: boolean; clear: () => void };

/**
 * The moves of one case together. A refusal stays on show until the next try; since it tells that the case stands otherwise than it was
 * shown, the case is asked for anew beside it.
 * @param shown the key under which the page asked for the case
 */
export function useMoves(moves: readonly Move[], shown: QueryKey) {
  const cache = useQueryClient();
  const failure = moves.find((each) => each.failure !== null)?.failure ?? null;
  const refusal = mayPass(failure) ? null : failure;
  const key = useRef(shown);
  key.current = shown;
  useEffect(() => {
    if (refusal !== null) void cache.invalidateQueries({ queryKey: key.current });
  }, [cache, refusal]);
  const forget = () => {
    for (const each of moves) each.clear();
  };
  return {
    failure,
    busy: moves.some((each) => each.busy),
    forget,
    /** Forgets earlier refusals, then makes the move; true when it was made. */
    make: async (move: () => Promise<unknown>): Promise<boolean> => {
      forget();
      return (await move()) !== null;
    },
  };
}
