import type { Db } from '../../platform/db';

/** A text about a case, for one person there. */
export type PhoneAsked = { personId: string; subjectId: string; kind: string };

/** What the case has of that person: the sealed number with its place, and whether the text still says something true. */
export type PhoneEntry = {
  personId: string;
  subjectId: string;
  sealed: string | null;
  place: string;
  concerned: boolean;
};

/** An area's: the phones that were typed into its own cases among these, still sealed, in one query. Who is not of the case any more has none. */
export type PhoneBook = (db: Db, asked: readonly PhoneAsked[]) => Promise<PhoneEntry[]>;
