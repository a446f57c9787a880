import { QueryClient } from '@tanstack/react-query';
import { Failure, mayPass } from '../transport/failure';

/**
 * Asked twice more at most; after a long wait once, since three would be most of a minute. What is full or not set up stays so, and what
 * was a fault of ours is left to the person.
 */
const triesAfter: Readonly<Record<string, number>> = {
  CALL_TIMED_OUT: 1,
  CLOUD_QUOTA: 0,
  CLOUD_UNCONFIGURED: 0,
  INTERNAL: 0,
  RATE_LIMITED: 0,
};

export const asksAgain = (failures: number, error: unknown): boolean =>
  error instanceof Failure && mayPass(error) && failures < (triesAfter[error.code] ?? 2);

/** Milliseconds until the next try: what the server wished, else one, two, four seconds. */
export const pauseBefore = (failures: number, error: unknown): number =>
  (error instanceof Failure ? error.retryAfter : null) ?? Math.min(1000 * 2 ** failures, 8000);

/** Refusals are answers and are not asked again; silence is, and so is a server that is too busy. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: asksAgain, retryDelay: pauseBefore, refetchOnWindowFocus: false },
  },
});
