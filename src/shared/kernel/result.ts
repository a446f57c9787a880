/** A rule said no: a stable code for machines, a sentence for people, and, for forms, a sentence for each field path. */
export type Refusal = { ok: false; code: string; message: string; fields?: Record<string, string> };

export type Success<Value> = { ok: true; value: Value };

export type Result<Value> = Success<Value> | Refusal;

/** Wraps a value that a rule let through. */
export function ok<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

/**
 * Makes a refusal.
 * @param code stable, `AREA_REASON`
 * @param message a Chinese sentence that says what is wrong and what can be done
 * @param fields form path → sentence, when single fields are at fault
 */
export function refuse(code: string, message: string, fields?: Record<string, string>): Refusal {
  return fields === undefined ? { ok: false, code, message } : { ok: false, code, message, fields };
}
