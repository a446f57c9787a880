export type AwardListState = 'draft' | 'proposed' | 'confirmed' | 'discarded';

export type AwardListCommand = 'propose' | 'sendBack' | 'confirm' | 'discard';

/** Results of an edition that an official brings into the app, until they are confirmed together. */
export type AwardListSubject = {
  awardListId: string;
  editionId: string;
  editionZh: string;
  state: AwardListState;
  version: number;
  /** Who sent it to be confirmed; null: nobody has. */
  proposedBy: string | null;
  /** Somebody else than who proposed it has to confirm it. */
  secondNeeded: boolean;
};
