import { type Actor, hasRole, hasRoleAnywhere } from '../../kernel/actor';
import { anyOf, cityOnly, holdsAnywhere, rule } from '../../kernel/define-access';

/** A region's contest as late codes are made for it. */
export type LateContest = {
  regionId: string;
  /** Whether the city lets the region's lead make codes (`lateCodes` of the blueprint). */
  leadsMay: boolean;
};

/** The city makes late codes, and a lead for their own region where the city lets them (conventions, Numbers decided). */
export const mayLetIn = (giver: Actor, { regionId, leadsMay }: LateContest): boolean =>
  hasRoleAnywhere(giver, 'cityStaff') || (leadsMay && hasRole(giver, 'regionLead', regionId));

export const letsIn = rule<LateContest>('市级统筹人员，或市级允许的本地审核负责人', mayLetIn, {
  code: 'ENTRY_LATE_NOT_ALLOWED',
  reason: '补报码由市级统筹人员发出。市级允许的，本县（市、区）审核负责人也可以发',
});

/** Count and reasons are open to who may make codes, and to the supervisor. */
export const looksAtLate = anyOf(cityOnly, holdsAnywhere('regionLead'), holdsAnywhere('auditor'));
