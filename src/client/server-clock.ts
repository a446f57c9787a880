import { fromRfc3339 } from '@shared/kernel/shanghai';

/** Milliseconds by which the server's clock is ahead of this device's, as far as answers told. */
let ahead = 0;

/** Learns the server's time from an answer that has just come, and gives the answer on. */
export function heard<Answer extends { now: string }>(answer: Answer): Answer {
  const told = fromRfc3339(answer.now);
  if (told !== null) ahead = told - Date.now();
  return answer;
}

/**
 * The server's time in epoch milliseconds. A phone's own clock may be wrong by minutes, and deadlines are the server's. It is behind by
 * what the answer took on its way, so that what is over here is over there too.
 */
export const serverNow = (): number => Date.now() + ahead;
