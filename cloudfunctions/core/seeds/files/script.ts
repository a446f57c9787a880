import type { ApplicationKind } from '@shared/benefits/application/kind';
import type { Party } from '@shared/benefits/application/subject';
import type { Answers } from '@shared/forms/question';
import type { Updateable } from 'kysely';
import type { Database } from '../../platform/schema';

/** One move of a file, by whom and when (epoch milliseconds; `lapse`: as soon as its clock ran out); `by` null: the clock. */
export type Step = {
  move: string;
  at: number | 'lapse';
  by: string | 'applicant' | null;
  reason?: string;
  /** What the move is told; sealed answers as they are typed. */
  answers?: Answers;
  /** What an office found, in the parts of the form. */
  faults?: ReadonlyArray<{ section: string; text: string }>;
  /** The amount or day that its notice tells. */
  detailZh?: string;
  /** What its area reckoned as it was made, kept as another move's record. */
  reckoned?: { move: string; answers: Answers };
  /** What the kind's own area sets besides. */
  set?: Updateable<Database['application']>;
};

/** A document as it was sent: to which slot, before which move. */
export type Sent = { slot: string; before: string };

/** A file of the demo from its first day: whose, what was answered, which way it went. */
export type FileScript = {
  kind: ApplicationKind;
  /** Number of its synthetic applicant: name, identity number, phone are made from it. */
  n: number;
  regionId: string;
  regionZh: string;
  /** Its applicant's award, which decides the rank; null: none. */
  won: { place: number; zh: string } | null;
  answers: Readonly<Record<string, Answers>>;
  /** Sealed answers besides number and phone, by `section.name`. */
  sealed?: Readonly<Record<string, string>>;
  chosen?: Partial<Record<Party, string>>;
  sent?: readonly Sent[];
  /** Consents that were not given, of those that may be left out. */
  without?: readonly string[];
  /** Another rank than its kind gives by the award. */
  rank?: number;
  begunAt: number;
  steps: readonly Step[];
};
