import type { Verdict } from './content-check';

/** Asked again later: busy, a token that another process renews, the day's or the minute's limit, a writer who was not here lately. */
const later: ReadonlySet<number> = new Set([-1, 40001, 40014, 42001, 45009, 45011, 61010]);

/** What an answer of `msg_sec_check` (version 2) means. */
export function judgedBy({ errcode = 0, result }: { errcode?: number; result?: unknown }): Verdict {
  // Of the first version, which some environments still answer with.
  if (errcode === 87014) return { kind: 'risky', label: null };
  if (errcode !== 0) return { kind: later.has(errcode) ? 'later' : 'unfit', code: errcode };
  const { suggest, label } = (result ?? {}) as { suggest?: unknown; label?: unknown };
  if (suggest === 'pass') return { kind: 'pass' };
  const known = typeof label === 'number' ? label : null;
  return suggest === 'risky' ? { kind: 'risky', label: known } : { kind: 'review', label: known };
}
