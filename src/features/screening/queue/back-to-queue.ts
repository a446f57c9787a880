import { goBack } from '../../../client/go';

/** Goes back to the page before, or to the queue when the page was opened by its link. */
export const backToQueue = (): Promise<void> => goBack('staff/queue');
