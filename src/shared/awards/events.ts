/** An award as it is told of; all but the person is published with it. `personId`: whose it is. */
export type AwardFacts = {
  awardId: string;
  entryId: string;
  regionId: string;
  personId: string;
  title: string;
  awardZh: string;
};

/** An award that somebody claimed. */
export type AwardClaimFacts = AwardFacts & { claimId: string };

/** A list of results that waits to be confirmed. `proposedBy`: who sent it. */
export type AwardListFacts = { awardListId: string; editionId: string; editionZh: string; proposedBy: string | null };

export interface AwardsEvents {
  /** The award was given, and stands on the published list from now on. */
  'award.confirmed': AwardFacts;
  /** It stands no more. */
  'award.cancelled': AwardFacts;
  'awardList.proposed': AwardListFacts;
  'awardList.sentBack': AwardListFacts;
  /** The award stands in the person's name from now on. */
  'award.claimed': AwardClaimFacts;
  'award.claimRefused': AwardClaimFacts;
  'award.claimRevoked': AwardClaimFacts;
}
