export type AwardClaimState = 'asked' | 'accepted' | 'declined' | 'revoked' | 'withdrawn';

export type AwardClaimCommand = 'confirm' | 'refuse' | 'revoke' | 'withdraw';

/** That somebody says an award of an edition that is over is theirs: whose award, who says so, and where it was given. */
export type AwardClaimSubject = {
  claimId: string;
  awardId: string;
  entryId: string;
  regionId: string;
  /** What the award is called, and for which project it was given; both were published. */
  title: string;
  awardZh: string;
  personId: string;
  state: AwardClaimState;
  version: number;
};
