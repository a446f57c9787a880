import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { actKey } from '../act-key';
import type { CallContext } from '../api';
import { Failure, mayPass } from '../transport/failure';
import { touch } from './touches';

export type Act<Input, Answer> = (input: Input, options: { context: CallContext }) => Promise<Answer>;

/**
 * Does a change once. A second tap while it runs is the same act; after the network's silence the next try with the
 * same input carries the same key, so that a lost answer is found again instead of done twice.
 * @param touched the kind of change, from `touches`: what it makes untrue
 * @returns `run` answers the data, or null when it was refused (then `failure` holds why); `busy` while it runs
 */
export function useChange<Input, Answer>(act: Act<Input, Answer>, touched: readonly QueryKey[]) {
  const cache = useQueryClient();
  const running = useRef<Promise<Answer | null> | null>(null);
  const unanswered = useRef<{ input: string; key: string } | null>(null);
  // The client makes a procedure's function anew each time it is named: what runs at a change of `run` would run without end.
  const latest = useRef(act);
  latest.current = act;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = useCallback(
    (input: Input): Promise<Answer | null> => {
      const text = JSON.stringify(input);
      // The same act twice is one act; another one waits for its turn.
      if (running.current)
        return unanswered.current?.input === text ? running.current : running.current.then(() => run(input));
      const key = unanswered.current?.input === text ? unanswered.current.key : actKey();
      unanswered.current = { input: text, key };
      setBusy(true);
      setFailure(null);
      running.current = latest
        .current(input, { context: { key } })
        .then((answer) => {
          unanswered.current = null;
          touch(cache, touched);
          return answer;
        })
        .catch((error: unknown) => {
          const known =
            error instanceof Failure
              ? error
              : new Failure('INTERNAL', '操作没有成功，请重试；仍不行请到“投诉建议”反映');
          if (!mayPass(known)) unanswered.current = null;
          // The right may be gone by which everything is shown that is on show: it is asked for again.
          if (known.code === 'FORBIDDEN' || known.code === 'NOT_FOUND') void cache.invalidateQueries();
          setFailure(known);
          return null;
        })
        .finally(() => {
          running.current = null;
          setBusy(false);
        });
      return running.current;
    },
    [cache, touched],
  );

  return { run, busy, failure, clear: () => setFailure(null) };
}
