/** An award that somebody claimed, as it is told of; all but the person was published. */
export type AwardClaimFacts = {
  claimId: string;
  awardId: string;
  entryId: string;
  regionId: string;
  personId: string;
  title: string;
  awardZh: string;
};

export interface AwardsEvents {
  /** The award stands in the person's name from now on. */
  'award.claimed': AwardClaimFacts;
  'award.claimRefused': AwardClaimFacts;
  'award.claimRevoked': AwardClaimFacts;
}
