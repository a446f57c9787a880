/** A referral as it is told of. `closesOn`: the last day on which material goes up, `YYYY-MM-DD`. */
export type ReferralTold = {
  referralId: string;
  personId: string;
  regionId: string;
  title: string;
  upperZh: string;
  stateZh: string;
  closesOn: string;
};

export interface ReferralEvents {
  /** Somebody is asked whether their project may be named. */
  'referral.asked': ReferralTold;
  /** What came of it, step by step. */
  'referral.result': ReferralTold;
}
