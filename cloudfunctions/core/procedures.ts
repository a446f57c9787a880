import { awardsProcedures } from './awards/procedures';
import { competitionProcedures } from './competition/procedures';
import { entryProcedures } from './entry/procedures';
import { noticesProcedures } from './notices/procedures';
import { peopleProcedures } from './people/procedures';
import { policiesProcedures } from './policies/procedures';
import { screeningProcedures } from './screening/procedures';

/** Every procedure there is; each area's type says that none of its contract is missing. */
export const procedures = {
  people: peopleProcedures,
  competition: competitionProcedures,
  entry: entryProcedures,
  screening: screeningProcedures,
  awards: awardsProcedures,
  policies: policiesProcedures,
  notices: noticesProcedures,
};
