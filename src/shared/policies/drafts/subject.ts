import type { PolicyDraftState } from './states';

/** What the rules know of a version that is being written. */
export type PolicyDraftSubject = {
  policyDraftId: string;
  /** The policy's own name among all that refers to it; it never changes. */
  code: string;
  /** As it is typed so far. */
  title: string;
  state: PolicyDraftState;
  version: number;
  madeBy: string;
  /** Who sent it to be published; null: nobody has. */
  proposedBy: string | null;
  /** Somebody else than who proposed it has to publish it. */
  secondNeeded: boolean;
};
