import { ClassDesk } from '../../../features/training/desk/class-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffClassPage() {
  return <ClassDesk classId={usePageParams().classId ?? ''} />;
}
