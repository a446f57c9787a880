import { WorkbenchDesk } from '../../features/notices/workbench-desk';

export default function WorkbenchPage() {
  return <WorkbenchDesk />;
}
