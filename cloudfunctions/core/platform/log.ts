import pino, { type DestinationStream } from 'pino';

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

/** A log of JSON lines with times in UTC; secrets and personal values are cut out by name, one and two levels deep. */
export function openLog(to?: DestinationStream) {
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: '[cut]' } };
  const log = to ? pino(options, to) : pino(options);
  return {
    info: (fields: object, message: string) => log.info(fields, message),
    error: (fields: object, message: string) => log.error(fields, message),
  };
}
