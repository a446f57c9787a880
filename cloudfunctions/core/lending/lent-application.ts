import { type ApplicationHead, applicationOf } from '../benefits/queries';
import type { Load } from '../rpc/procedure';
import { loanById } from './loan-rows';

/** An application that is lent; a change locks it, and with it its loan. */
export const lentApplication: Load<{ applicationId: string }, ApplicationHead> = async (call, input, lock) => {
  const application = await applicationOf(call, input, lock);
  return application && (await loanById(call.db, application.applicationId)) ? application : null;
};
