import type { Answers } from '../../forms/question';
import type { Verdict } from '../../policies/outcome';
import type { Party } from './subject';

/** A condition of the policy as it was answered at submission; without the answer, which not every office may read. */
export type JudgedLine = { depth: number; leaf: boolean; verdict: Verdict; zh: string };

/** Under which version of which policy an application was judged as it was handed in, and how each condition came out. */
export type Judged = {
  policy: string;
  version: number;
  docNo: string;
  on: string;
  verdict: Verdict;
  lines: readonly JudgedLine[];
};

/** Every fault that an office found, at once. `sentAt` RFC 3339. */
export type CorrectionOrder = {
  /** Which office found them: they are its own and the applicant's to read. */
  by?: Party;
  faults: ReadonlyArray<{ section: string; text: string }>;
  message: string;
  sentAt: string;
};

/** What a move was told besides its reason. `at` RFC 3339; amounts in whole fen, shares in basis points. */
export type Recorded = { move: string; at: string; answers: Answers };

/** What an application keeps beside its form: plain words and ids, nothing sealed. */
export type ApplicationDetails = {
  /** Where a prefilled answer came from, and what it was: changed, it has no source any more. By `section.name`. */
  prefilled?: Readonly<Record<string, { value: string; sourceZh: string }>>;
  judged?: Judged;
  correction?: CorrectionOrder;
  /** Why it stands before others, in words: 一等奖. */
  rankZh?: string;
  /** Which organisation somebody chose for a party, before it ever lay with it and since. */
  chosen?: Readonly<Partial<Record<Party, string>>>;
  /** In the order in which they were told; nothing of them is ever written over. */
  records?: readonly Recorded[];
};
