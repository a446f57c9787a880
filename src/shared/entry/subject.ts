import type { Span } from '../competition/phase';
import type { EntryState } from './states';

/** What rules may know of an entry: no personal data, only who stands where and which instants bind. */
export type EntrySubject = {
  entryId: string;
  editionId: string;
  contestId: string;
  regionId: string;
  /** Is its edition the one that runs now? */
  ofCurrentEdition: boolean;
  state: EntryState;
  version: number;
  /** Given at the first submission and kept; null: nobody but the team ever knew of it. */
  reference: string | null;
  /** null: begun at the counter, and its person has not confirmed it yet. */
  leaderId: string | null;
  /** Who of the staff filled it in at the counter, for good; null: nobody. */
  helperId: string | null;
  /** Everyone on the team but the leader. */
  memberIds: readonly string[];
  /** Those of them who may edit. */
  editorIds: readonly string[];
  /** Whoever was on the team once and left or was taken off it. */
  pastMemberIds: readonly string[];
  claimedBy: string | null;
  claimedFrom: EntryState | null;
  /** When the latest submission was taken back; null while it stands. */
  recalledAt: number | null;
  returns: number;
  /** null: its contest has no such phase, which is therefore not open. */
  signUp: Span | null;
  screening: Span | null;
  /** Epoch milliseconds, exclusive. */
  correctionDueAt: number | null;
};
