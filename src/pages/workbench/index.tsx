import { WorkbenchDesk } from '../../features/notices/workbench-desk';
import { useUnreadBadge } from '../../features/people/use-unread-badge';

export default function WorkbenchPage() {
  useUnreadBadge();
  return <WorkbenchDesk />;
}
