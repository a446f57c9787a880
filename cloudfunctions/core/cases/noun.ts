import type { Events } from '@shared/events';
import type { AnyLifecycle, Lifecycle } from '@shared/kernel/define-lifecycle';

/** What the ground knows of a row of any noun; a noun without held states has no claimant. */
export type Case<State extends string> = {
  state: State;
  version: number;
  claimedBy?: string | null;
  claimedAt?: number | null;
};

/** What changes with a move besides the state: columns of the row, facts for whoever is told, details for the timeline; ids and plain words, never personal values. */
export type Changes<Columns, Facts> = {
  set?: Columns;
  facts?: Partial<Facts>;
  details?: Readonly<Record<string, unknown>>;
};

/** A move as it is told of: the case as it stood before, and what came of it. `now` in epoch milliseconds; `by` null: the clock. */
export type Told<State extends string, Subject, Facts> = {
  subject: Subject;
  next: State;
  by: string | null;
  now: number;
  facts: Partial<Facts>;
};

/** A noun's own types by their names: a function of the ground asks for the noun and finds them there. */
export type NounTypes = {
  state: string;
  command: string;
  subject: Case<string>;
  event: keyof Events;
  /** The name of its id. */
  key: string;
  /** Columns of its row that a move may change. */
  columns: object;
  /** What its events tell besides what stands in the subject. */
  facts: object;
};

/** A noun with a lifecycle, and where its rows are. Its table has `state`, `waits`, `version`, `changed_at`, and where a state is held `claimed_by`, `claimed_at`. */
export interface Noun<Of extends NounTypes> {
  lifecycle: Lifecycle<Of['state'], Of['command'], Of['subject'], Of['event'], never>;
  table: string;
  /** Where the subject has its id; the answer to a move gives it under the same name. */
  key: Of['key'] & keyof Of['subject'] & string;
  counted?: Counted<Of['subject']>;
  /** What every move of this noun brings along, such as its clocks. Pure. `now` in epoch milliseconds. */
  follows?: (
    subject: Of['subject'],
    move: { command: Of['command']; next: Of['state']; now: number },
  ) => Changes<Of['columns'], Of['facts']>;
  /** What an event of this noun tells, of a noun that has some; complete at the instant of the move. Pure. */
  news?: <One extends Of['event']>(event: One, move: Told<Of['state'], Of['subject'], Of['facts']>) => Events[One];
}

/** Kept counts, summed from append-only deltas: their table, and its columns beside `state` and `delta` with where the subject has them. */
export type Counted<Subject> = { table: string; columns: Readonly<Record<string, keyof Subject & string>> };

/** What one needs of a noun to find its rows and to name them. */
export type Rows<Subject> = {
  readonly lifecycle: { readonly name: string };
  readonly table: string;
  readonly key: keyof Subject & string;
  readonly counted?: Counted<Subject>;
};

/** Any noun, for whatever walks them all. */
export type AnyNoun = { readonly lifecycle: AnyLifecycle; readonly table: string };
