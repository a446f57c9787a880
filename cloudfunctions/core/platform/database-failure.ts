/** Nobody answers where the database should be, or the connection to it broke. */
const lostCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Ended by an administrator, by a crash of its neighbour; starting or stopping.
  '57P01',
  '57P02',
  '57P03',
  // An idle transaction or session that waited too long.
  '25P03',
  '57P05',
]);
/** pg's and its pool's own words, which carry no code. */
const lostWords =
  /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout expired|Client was closed)/;
const queueWords = /^timeout exceeded when trying to connect/;
/** Too many connections; a lock that did not come free; a statement that took too long. */
const busyCodes = new Set(['53300', '53400', '55P03', '57014']);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** The connection is gone: nothing was changed by a transaction whose COMMIT had not been sent. */
export const isLost = (error: unknown): boolean =>
  lostCodes.has(codeOf(error)) || /^08...$/.test(codeOf(error)) || lostWords.test(wordsOf(error));

/** The database lives but cannot take this now. */
export const isBusy = (error: unknown): boolean => busyCodes.has(codeOf(error)) || queueWords.test(wordsOf(error));
