import type { Writable } from 'node:stream';
import pino from 'pino';
import { standardOutput, survivingStream } from './log-stream';

/** What must never stand in a log, wherever it hides in the logged fields. */
const secrets = [
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
];

/**
 * A log of JSON lines with times in UTC; secrets and personal values are cut out by name, one and two levels deep. Lines that cannot be
 * written are lost and counted, and nothing waits for them.
 * @param open where to, opened anew after it broke; standard output unless told
 */
export function openLog(open: () => Writable = standardOutput()) {
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: '[cut]' } };
  const log = pino(options, survivingStream(open));
  return {
    info: (fields: object, message: string) => log.info(fields, message),
    error: (fields: object, message: string) => log.error(fields, message),
  };
}
