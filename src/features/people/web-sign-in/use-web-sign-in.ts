import type { WebSignInState } from '@shared/people/web-sign-in';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../../client/api';
import { sentenceOf } from '../../../client/transport/failure';

/** Milliseconds between two questions: quick while a phone has it in front, slower the longer nobody comes. */
const pace = { seen: 1000, fresh: 2000, waiting: 4000 };
/** So many codes are fetched by themselves; a page that is left open asks no longer then. */
const mostRounds = 6;
const freshFor = 60_000;

type Wish = { secret: string; code: string };

export type WebSignIn = {
  /** `idle`: nothing is asked any more until somebody wants a new code. */
  state: WebSignInState | 'beginning' | 'idle';
  /** To be typed on the phone. */
  code: string;
  /** To be scanned; null while none is to be had. */
  scan: string | null;
  /** Two digits that stand on the phone, too. */
  matchNumber: string | null;
  /** Why no answer comes, in words. */
  failure: string | null;
};

/**
 * Asks to be signed in by a phone, renews the code while nobody comes, and hands over the session when one has confirmed. The secret stays in this
 * page's memory alone.
 */
export function useWebSignIn(onSession: (session: string) => void): WebSignIn {
  const [shown, setShown] = useState<WebSignIn>(blank('beginning'));
  const done = useRef(onSession);
  done.current = onSession;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let over = false;
    let wish: Wish | null = null;
    const began = Date.now();
    let rounds = 1;
    const later = (ms: number, run: () => Promise<void>) => {
      if (over) return;
      timer = setTimeout(() => void run().catch(failed(run)), ms);
    };
    const failed = (run: () => Promise<void>) => (error: unknown) => {
      if (over) return;
      setShown((now) => ({ ...now, failure: sentenceOf(error) }));
      later(pace.waiting, run);
    };
    const begin = async () => {
      const { secret, code, scan } = await api.people.beginWebSignIn({ agent: navigator.userAgent.slice(0, 500) });
      wish = { secret, code };
      if (!over) setShown({ ...blank('waiting'), code, scan });
      later(pace.fresh, look);
    };
    const look = async () => {
      if (wish === null || over) return;
      const { secret, code } = wish;
      const { state, scan, matchNumber } = await api.people.webSignIn({ secret });
      if (over) return;
      if (state === 'confirmed') {
        const { session } = await api.people.takeWebSession({ secret });
        over = true;
        done.current(session);
        return;
      }
      if (state === 'over' && rounds < mostRounds) {
        rounds += 1;
        await begin();
        return;
      }
      setShown({ state: state === 'over' ? 'idle' : state, code, scan, matchNumber, failure: null });
      if (state === 'waiting') later(Date.now() - began < freshFor ? pace.fresh : pace.waiting, look);
      if (state === 'seen') later(pace.seen, look);
    };
    void begin().catch(failed(begin));
    return () => {
      over = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
  return shown;
}

const blank = (state: WebSignIn['state']): WebSignIn => ({
  state,
  code: '',
  scan: null,
  matchNumber: null,
  failure: null,
});
