/** What areas of the kinds may ask of applications, and do with them. */

import type { Answers } from '@shared/forms/question';
import type { Call } from '../rpc/call';
import { ownOf } from './application/files';
import { answersIn, readApplicationForm } from './application/form';
import type { ApplicationHead } from './application/subjects';

export { ownOf } from './application/files';
export { lapsesAt } from './application/lapse';
export { moveWith, plainOrder } from './application/moves';
export { partyOf } from './application/parties';
export {
  type ApplicationHead,
  applicationOf,
  applicationsOf,
  lockedApplications,
  termsInForce,
} from './application/subjects';
export type { Work, Worked, Works } from './application/works';

/** All that was answered in an application's form, by `section.name`. */
export const formAnswersOf = async (call: Call, application: ApplicationHead): Promise<Answers> =>
  answersIn(ownOf(application).kind, await readApplicationForm(call, application));
