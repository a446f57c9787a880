import { type ApplicationHead, applicationOf } from '../benefits/queries';
import type { Load } from '../rpc/procedure';
import { loanById } from './loan-rows';

/**
 * An application that is lent; a change locks it, and with it its loan: whoever writes a loan's rows has locked its application first. The clock's
 * drafts and reminders hold loans alone, pass by those that are locked and ask for no application, so that nobody waits in a circle.
 */
export const lentApplication: Load<{ applicationId: string }, ApplicationHead> = async (call, input, lock) => {
  const application = await applicationOf(call, input, lock);
  return application && (await loanById(call.db, application.applicationId)) ? application : null;
};
