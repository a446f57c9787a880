import { QueueDesk } from '../../../features/screening/queue/queue-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffQueuePage() {
  return <QueueDesk params={usePageParams()} />;
}
