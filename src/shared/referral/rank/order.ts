import { middleBp, type Percentile } from './percentile';

/** A nominated entry as it is compared with those of other regions. */
export type Candidate = {
  referralId: string;
  regionId: string;
  /** Its own track is the upper one, and not only at home in it. */
  sameTrack: boolean;
  /** Its award's place on the ladder, 0 the highest. */
  awardPlace: number;
  /** Null: nothing is known of where it came in its field. */
  percentile: Percentile | null;
  /** Jobs that somebody verified; null: nobody did, which is not none. */
  verifiedJobs: number | null;
  /** Under which it was handed in; the last thing that tells two apart. */
  reference: string;
};

/** What a candidate's percentile counts in a comparison: the middle where its field is small, nothing where it is not known. */
const countedBp = ({ percentile }: Candidate): number =>
  percentile === null ? -1 : percentile.small ? middleBp : percentile.bp;

const byReference = (a: Candidate, b: Candidate): number =>
  a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0;

/** Who goes before whom (rules §6): the upper track itself, the higher award, the higher percentile, more verified jobs, the lower number. */
const compare = (a: Candidate, b: Candidate): number =>
  Number(b.sameTrack) - Number(a.sameTrack) ||
  a.awardPlace - b.awardPlace ||
  countedBp(b) - countedBp(a) ||
  (b.verifiedJobs ?? -1) - (a.verifiedJobs ?? -1) ||
  byReference(a, b);

/** In the order in which they are recommended. */
export const inOrder = <One extends Candidate>(candidates: readonly One[]): One[] => [...candidates].sort(compare);

/** By what they are put in order, in words. */
export const orderZh = '依次比较：赛道是否一致、奖项、所在赛场和赛道内的百分位、经核实的就业人数、报名编号';
