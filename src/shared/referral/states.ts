export type ReferralState =
  | 'nominated'
  | 'agreed'
  | 'region_confirmed'
  | 'city_ranked'
  | 'recommended'
  | 'reserve'
  | 'accepted_upper'
  | 'rejected_upper'
  | 'result_recorded'
  | 'declined'
  | 'withdrawn'
  | 'not_recommended';

export type ReferralCommand =
  | 'agree'
  | 'decline'
  | 'drop'
  | 'confirm'
  | 'rank'
  | 'recommend'
  | 'keepInReserve'
  | 'moveUp'
  | 'release'
  | 'accept'
  | 'refuse'
  | 'record'
  | 'withdraw'
  | 'loseAward';

/** A winner's entry on its way to an upper contest, as the rules see it. */
export type ReferralSubject = {
  referralId: string;
  noticeId: string;
  entryId: string;
  regionId: string;
  /** Whose award it is, and who is asked. */
  personId: string;
  /** Whoever belongs to its team, or once did. */
  teamIds: readonly string[];
  title: string;
  state: ReferralState;
  version: number;
};
