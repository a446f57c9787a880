/** What the server has acknowledged: each of it must stand in the database, once. */
export type Ledger = {
  /** Requests sent, the repeated ones included. */
  calls: number;
  retried: number;
  /** Answered with a no by a rule: `path CODE` to how often. */
  refused: Map<string, number>;
  /** Changes answered with a yes. */
  acts: Array<{ personId: string; key: string; path: string }>;
  starts: Array<{ personId: string; entryId: string }>;
  /** `<entry>/<section>` to what was last acknowledged. */
  saves: Map<string, { version: number; data: Record<string, unknown> }>;
  moves: Array<{ entryId: string; move: string; version: number }>;
  files: Array<{ uploadId: string; sha256: string }>;
  /** Given up unanswered at the end of the trial. */
  unanswered: string[];
  /** When an answer last came from the database. */
  lastAnswer: number;
};

export const openLedger = (): Ledger => ({
  calls: 0,
  retried: 0,
  refused: new Map(),
  acts: [],
  starts: [],
  saves: new Map(),
  moves: [],
  files: [],
  unanswered: [],
  lastAnswer: performance.now(),
});
