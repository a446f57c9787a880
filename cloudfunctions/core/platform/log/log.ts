import type { Writable } from 'node:stream';
import pino from 'pino';
import { standardOutput, survivingStream } from './log-stream';

/** What must never stand in a log, wherever it hides in the logged fields. */
const secrets = new Set([
  'session',
  'token',
  'code',
  'authorization',
  'cookie',
  'openid',
  'phone',
  'idNumber',
  'secret',
  'input',
]);
/** So many levels of what is logged are looked through. */
const levels = 3;

/**
 * A log of JSON lines with times in UTC; secrets and personal values are cut out by name, one and two levels deep. Lines that cannot be
 * written are lost and counted, and nothing waits for them.
 * @param open where to, opened anew after it broke; standard output unless told
 */
export const openLog = (open: () => Writable = standardOutput()) => openLogInto(survivingStream(open));

/** The same, where the place for its lines is already there. */
export function openLogInto(place: { write(line: string): void }) {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, place);
  return {
    info: (fields: object, message: string) => log.info(cut(fields, levels), message),
    error: (fields: object, message: string) => log.error(cut(fields, levels), message),
  };
}

/** A copy without secrets. pino's own cutting takes a tenth of a call that is told from memory, since it looks for each path by itself. */
function cut(value: unknown, deep: number): unknown {
  if (typeof value !== 'object' || value === null || deep === 0 || 'toJSON' in value) return value;
  if (Array.isArray(value)) return value.map((inner) => cut(inner, deep - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secrets.has(name) ? '[cut]' : cut(inner, deep - 1)]),
  );
}
