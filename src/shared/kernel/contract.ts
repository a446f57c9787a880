import { oc } from '@orpc/contract';
import * as z from 'zod/mini';

/** What every procedure says of itself. */
export type ProcedureMeta = {
  /** A change needs an idempotency key and runs in one transaction; a read does neither. */
  change: boolean;
  /** Exists in the demo edition only; production answers as if there were no such path. */
  demoOnly?: boolean;
  /** Begins a session, so there is no person yet to hold a key. */
  signsIn?: boolean;
  /**
   * The answer holds a sealed value, an address or a token, so it is never stored: sent again under the same key, the act runs and is
   * logged again.
   */
  answersAnew?: boolean;
  /** The act may end its maker's own access, so sent again it is answered without content instead of refused. */
  endsAccess?: boolean;
  /** How many plain calls it counts as, where it costs the server more than one; 1 unless said. */
  cost?: number;
};

export const read = oc.$meta<ProcedureMeta>({ change: false });
export const change = oc.$meta<ProcedureMeta>({ change: true });

/** Error codes of a procedure: the status it is answered with and the sentence shown when the server has no better one. */
export type ErrorTable = Record<string, { status: number; message: string }>;

export const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
/** RFC 3339 with +08:00, as `toShanghai` writes it. */
export const instant = z.string();
/** `YYYY-MM-DD` in Asia/Shanghai. */
export const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const text = (max: number) => z.string().check(z.maxLength(max));
export const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
export const count = z.int().check(z.nonnegative());
export const version = z.int().check(z.positive());
/** An opaque place in a list; it is bound to the filter it was made under. */
export const cursor = z.nullish(z.string().check(z.maxLength(400)));
/** A due day in working days: those left, or those it is over; provisional while a year lacks its holiday table. */
export const term = z.object({
  workdaysLeft: z.nullable(z.int()),
  workdaysOver: z.nullable(z.int()),
  provisional: z.boolean(),
});
/** Path of a form field to the sentence shown beside it. */
export const sentences = z.record(z.string(), z.string());
export const done = z.object({ ok: z.literal(true) });

/** A button that the server offers: what it does, and, when it is shown but closed, why. */
export const offeredMove = z.object({
  move: z.string(),
  label: z.string(),
  danger: z.nullable(z.string()),
  closed: z.nullable(z.string()),
});
