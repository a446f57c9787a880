import { WorkbenchDesk } from '../../features/notices/workbench-desk';
import { useTabBadges } from '../../features/people/use-tab-badges';

export default function WorkbenchPage() {
  useTabBadges();
  return <WorkbenchDesk />;
}
