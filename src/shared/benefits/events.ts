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
  stateZh: string;
  holderZh: string | null;
  dueOn: string | null;
};

export interface BenefitsEvents {
  'application.submitted': ApplicationTold;
  'application.returned': ApplicationTold;
  'application.passedOn': ApplicationTold;
  'application.decided': ApplicationTold;
  'application.expired': ApplicationTold;
}
