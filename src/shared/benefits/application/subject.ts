import type { Clocks } from './clock';

/** Whoever may have an application before them: the applicant, and the offices that it passes through. */
export type Party = 'applicant' | 'hr' | 'guarantor' | 'bank' | 'finance';

/** An application as the rules see it. `kind` names its file in `kinds`; times in epoch milliseconds. */
export type ApplicationSubject = {
  applicationId: string;
  kind: string;
  applicantId: string;
  regionId: string;
  state: string;
  version: number;
  claimedBy: string | null;
  claimedAt: number | null;
  /** When it was last handed in; null: never. */
  submittedAt: number | null;
  clocks: Clocks;
};
