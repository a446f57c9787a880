import type { Verdict } from '../../policies/outcome';

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
  faults: ReadonlyArray<{ section: string; text: string }>;
  message: string;
  sentAt: string;
};

/** What an application keeps beside its form: plain words and ids, nothing sealed. */
export type ApplicationDetails = {
  /** Where a prefilled answer came from, and what it was: changed, it has no source any more. By `section.name`. */
  prefilled?: Readonly<Record<string, { value: string; sourceZh: string }>>;
  judged?: Judged;
  correction?: CorrectionOrder;
  /** Why it stands before others, in words: 一等奖. */
  rankZh?: string;
};
