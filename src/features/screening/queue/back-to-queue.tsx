import { goBack } from '../../../client/go';
import { Button } from '../../../ui/button';

/** Goes back to the page before, or to the queue when the page was opened by its link. */
export const backToQueue = (): Promise<void> => goBack('staff/queue');

/** The way back from what a reviewer may not see. */
export const BackToQueue = () => (
  <Button id="back" kind="secondary" onTap={backToQueue}>
    返回
  </Button>
);
