import { ClassPage } from '../../../features/training/own/class-page';
import { usePageParams } from '../../../ui/use-page-params';

export default function TrainingClassPage() {
  return <ClassPage classId={usePageParams().classId ?? ''} />;
}
