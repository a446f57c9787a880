import type { PaperKind } from '../kernel/identity-paper';

/** What an edition decides for all its contests: data of the edition, never an enum in code. Validated by `form.ts`. */
export type Group = {
  code: string;
  zh: string;
  hintZh: string;
  registered: boolean;
  ageMin: number;
  ageMax: number | null;
  teamMin: number;
  teamMax: number;
  /** Registered strictly later than the cut-off minus so many months ("未满"). */
  registeredAfterMonths: number | null;
  /** Registered on or before the cut-off minus so many months. */
  registeredUpToMonths: number | null;
};

export type NeededWhen = 'always' | 'registered' | 'claimsIp' | 'claimsInsuredJobs' | 'never';

export type Slot = {
  code: string;
  zh: string;
  hintZh: string;
  /** File kinds by extension without a dot: pdf, docx, jpg … */
  kinds: string[];
  maxBytes: number;
  /** Longest film, in seconds; only of slots that take films. */
  maxSeconds?: number;
  /** How many files it holds at most; one when not said. */
  files?: number;
  neededWhen: NeededWhen;
};

export type ConsentText = { kind: string; zh: string; bodyZh: string; required: boolean; version: string };
export type ReturnReason = { code: string; section: string; zh: string };

/** Promised clocks in working days (rules §2.4, stage_sla). */
export type ReviewClocks = { firstReview: number; correction: number; reReview: number; feedback: number };

export type Blueprint = {
  groups: Group[];
  slots: Slot[];
  consents: ConsentText[];
  declaration: { version: string; bodyZh: string };
  returnReasons: ReturnReason[];
  clocks: ReviewClocks;
  organiser: { nameZh: string; filingZh: string };
  notices: Array<{ title: string; body: string; date: string }>;
  /** Money that the organiser announced with the edition, in fen; what it is for stands in the note. */
  fund?: { zh: string; fen: number; noteZh: string };
  /** Papers by which a leader may be known; the resident's card alone when it is left out. */
  identityPapers?: PaperKind[];
  /** Where these numbers come from; demonstration data says so. */
  basisZh: string;
};
