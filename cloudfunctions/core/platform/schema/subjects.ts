import type { Instant, Json } from './columns';

export type SubjectTables = {
  /**
   * The parent of every noun, made with its row and under the same id: what anything may have (moves, files, a form) hangs from here. A
   * kind's name never changes, since audit chains and the places of sealed values are made of it.
   */
  subject: { id: string; kind: string; created_at: Instant };
  /** The timeline: the n-th version of the subject came about by this move. */
  move: {
    subject_id: string;
    n: number;
    move: string;
    from_state: string | null;
    to_state: string;
    by_person: string | null;
    at: Instant;
    reason: string | null;
    details: Json<Record<string, unknown>>;
  };
};
