import type { Role } from '../kernel/actor';

/** An application as what happened to it is told. `dueOn`: the last day of whoever has it now, `YYYY-MM-DD`. */
export type ApplicationTold = {
  applicationId: string;
  kindZh: string;
  applicantId: string;
  regionId: string;
  /** Whose desk it lies on: the region's, or the organisation's where one has it. */
  role: Role | null;
  organisationId: string | null;
  /** How it stands, as its applicant and as its office read it. */
  stateZh: string;
  deskStateZh: string;
  holderZh: string | null;
  dueOn: string | null;
  /** With that day it ends, unless its applicant acts. */
  lapses: boolean;
  /** It has come to another party with this move; else whoever made the move has it still. */
  handedOver: boolean;
  /** The documents that are asked for from now on, in words; null: none. */
  papersZh: string | null;
  /** What the move was about, in words: an amount, a day; null: its state says it all. */
  detailZh: string | null;
};

/** What a loan tells besides, with the amount in words where it has one. */
export interface LoanEvents {
  'loan.toSign': ApplicationTold;
  'loan.disbursed': ApplicationTold;
  'loan.settled': ApplicationTold;
}

/** What a subsidy tells besides, with its amount in words. */
export interface SubsidyEvents {
  'subsidy.listed': ApplicationTold;
  'subsidy.paid': ApplicationTold;
  'subsidy.failed': ApplicationTold;
}

export interface BenefitsEvents extends LoanEvents, SubsidyEvents {
  'application.submitted': ApplicationTold;
  'application.returned': ApplicationTold;
  'application.supplied': ApplicationTold;
  'application.passedOn': ApplicationTold;
  'application.decided': ApplicationTold;
  'application.expired': ApplicationTold;
  /** The award by which it stood before others is its applicant's no more; `detailZh`: which. */
  'application.awardLost': ApplicationTold;
}
