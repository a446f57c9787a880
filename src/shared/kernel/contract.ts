import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { dayProblem } from './day-problem';
import { holdsResidentId } from './resident-id';
import { isPlausibleDate } from './shanghai';
import { countGraphemes } from './typed/graphemes';
import { noIdNumberHere, textHasIdNumber, tooLong } from './typed/sentences';
import { type CodeKind, longestWithCode, readCode } from './typed/spoken-code';
import { type Typed, typedArea, typedDate, typedLine, typedName } from './typed/typed';

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
  /** Every call, or every one of staff, stands in the security log; refusals of staff and signing in do without. */
  watched?: 'always' | 'staff';
  /** Takes a secret that people type, so that somebody might try them all: tries are counted, an hour a person and an address. */
  guessable?: true;
  /** Something new comes in by it: refused once its area, or the whole service, has stopped. What is under way goes on by the others. */
  takesNew?: true;
  /** How many plain calls it counts as, where it costs the server more than one; 1 unless said. */
  cost?: number;
  /**
   * The answer is the same for everybody, apart from what the procedure adds for whoever signed in: a process may give it again for so many
   * seconds without asking the database.
   */
  memory?: { seconds: number };
};

export const read = oc.$meta<ProcedureMeta>({ change: false });
export const change = oc.$meta<ProcedureMeta>({ change: true });
/** A change by which something new comes in (`takesNew`). */
export const intake = oc.$meta<ProcedureMeta>({ change: true, takesNew: true });

/** Error codes of a procedure: the status it is answered with and the sentence shown when the server has no better one. */
export type ErrorTable = Record<string, { status: number; message: string }>;

export const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
/** RFC 3339 with +08:00, as `toShanghai` writes it. */
export const instant = z.string();
/** `YYYY-MM-DD` in Asia/Shanghai, a day that exists; also as people write it. */
export const date = z.string().check(
  z.overwrite((text) => typedDate(text).value),
  z.refine(isPlausibleDate, { error: ({ input }) => dayProblem(String(input)) ?? '' }),
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
);
/** What is taken as it comes: a machine's code or token, a file's name, a number that its own kind makes plain and judges. */
export const machineText = (max: number) => z.string().check(z.maxLength(max));

/** Longer than this, a text is no longer looked at; one character that a person counts has at most so many. */
const unitsInOne = 32;

/**
 * What a person typed (conventions, What people type): made plain first, then counted in characters as people count them, and
 * never holding an identity number.
 */
const typed = (kind: (text: string) => Typed, min: number, max: number, sealed = true) => {
  const most = max * unitsInOne;
  // The library's own bound, so that documents tell it, but counted as people count.
  const length = z.maxLength(max);
  length._zod.check = ({ value, issues }) => {
    // What is no text at all is told by the type, not counted.
    if (typeof value !== 'string') return;
    const has = value.length > most ? value.length : countGraphemes(value);
    if (has > max) issues.push({ code: 'custom', input: value, message: tooLong(max, has) });
    else if (sealed && holdsResidentId(value)) {
      issues.push({ code: 'custom', input: value, message: noIdNumberHere, params: { code: textHasIdNumber } });
    }
  };
  return z.string().check(
    z.overwrite((value) => (value.length > most ? value : kind(value).value)),
    ...(min > 0 ? [z.minLength(min)] : []),
    length,
  );
};

/** Prose of several lines; `words` must say something. */
export const text = (max: number) => typed(typedArea, 0, max);
export const words = (max: number) => typed(typedArea, 1, max);
/** Prose of one line; `phrase` must say something. */
export const line = (max: number) => typed(typedLine, 0, max);
export const phrase = (max: number) => typed(typedLine, 1, max);
/** A person's name. */
export const personName = (max: number) => typed(typedName, 1, max);
/** What is looked for; nothing of it is kept, so that a number may stand in it. */
export const search = (max: number) => typed(typedLine, 0, max, false);
/** A code as it is typed: in its one spelling, or refused beside its field before it counts as a try. */
export const spokenCode = (kind: CodeKind) =>
  z.string().check(
    z.maxLength(longestWithCode),
    z.overwrite((text) => {
      const read = readCode(text, kind);
      return read.ok ? read.value : text;
    }),
    z.refine((text) => readCode(text, kind).ok, {
      error: ({ input }) => {
        const read = readCode(String(input), kind);
        return read.ok ? '' : read.message;
      },
    }),
  );
/** What an `int` column holds at most. */
const mostInt = 2 ** 31 - 1;
export const count = z.int().check(z.nonnegative(), z.maximum(mostInt));
export const version = z.int().check(z.positive(), z.maximum(mostInt));
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
