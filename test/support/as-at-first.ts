import { heard } from '../../src/client/server-clock';
import { answerNothing } from './api';

/** Between two files of the app's room that run as one (together.test.ts): nothing is answered or drawn, and the clock is this machine's own. */
export function asAtFirst(): void {
  answerNothing();
  document.body.replaceChildren();
  jest.restoreAllMocks();
  jest.useFakeTimers({ now: 0 });
  heard({ now: '1970-01-01T08:00:00+08:00' });
  jest.useRealTimers();
}
