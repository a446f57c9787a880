import type { Refusal } from '@shared/kernel/result';

/**
 * A rule said no: the change is rolled back and the reader is told why. The code is one that the procedure's contract
 * declares (or one of `serve`'s own); its status stands there, not here.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: string,
    message?: string,
    /** Form path to sentence. */
    readonly fields?: Record<string, string>,
    /** What stands in the database now, for a stale write: the page shows both. */
    readonly current?: unknown,
    /** Seconds after which asking again may help. */
    readonly retryAfter?: number,
  ) {
    super(message ?? '');
  }
}

/** Says how many things are wrong; each is said beside its field (form path to sentence). */
export const wrongFields = (code: 'MALFORMED' | 'FORM_FIELD_WRONG', fields: Record<string, string>): Refused =>
  new Refused(code, `有 ${Object.keys(fields).length} 处填写有误，已在下方标红说明`, fields);

/** Turns a pure rule's refusal into one that leaves the transaction. */
export function insist<T extends { ok: true }>(result: T | Refusal): T {
  if (result.ok) return result;
  throw new Refused(result.code, result.message, result.fields);
}
