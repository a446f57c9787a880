import { useRouter } from '@tarojs/taro';
import { QueueDesk } from '../../../features/screening/queue-desk';

export default function StaffQueuePage() {
  return <QueueDesk params={useRouter().params} />;
}
