import { QueueDesk } from '../../../features/benefits/desk/queue-desk';

export default function ApplicationsPage() {
  return <QueueDesk />;
}
