import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two messages, in which lines gather. */
const restMs = 20;

/**
 * A log whose lines are handed on, many at once and always whole.
 * @param hand what takes them; it calls `done` when they have left
 */
export function openLogLines(hand: (lines: string, done: (error: Error | null) => void) => void): Writable {
  const tell = (lines: string, done: (error?: Error | null) => void) =>
    hand(lines, (error) => (error ? done(error) : void pause(restMs).then(() => done())));
  return new Writable({
    decodeStrings: false,
    write: (line: string, _, done) => tell(line, done),
    writev: (lines, done) => tell(lines.map(({ chunk }) => chunk as string).join(''), done),
  });
}
