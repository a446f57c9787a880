import { WorkbenchDesk } from '../../features/notices/workbench-desk';
import { StaffShut } from '../../features/people/staff-shut';
import { useTabBadges } from '../../features/people/use-tab-badges';

export default function WorkbenchPage() {
  useTabBadges();
  return <WorkbenchDesk told={<StaffShut />} />;
}
