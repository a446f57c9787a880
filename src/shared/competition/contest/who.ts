import { anyOf, cityOnly, holds, holdsAnywhere } from '../../kernel/define-access';

/** Who sets up a region's contest: its lead, and the city. Colleagues and the supervisor of all read it. */
export const runsContest = anyOf(holds('regionLead'), holds('cityStaff'));
export const readsContest = anyOf(runsContest, holds('auditor'));
export const readsSomeContest = anyOf(holdsAnywhere('regionLead'), cityOnly, holdsAnywhere('auditor'));
/** Who compares the regions: the city, and the supervisor. */
export const comparesContests = anyOf(cityOnly, holdsAnywhere('auditor'));
