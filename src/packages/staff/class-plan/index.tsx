import { PlanDesk } from '../../../features/training/desk/plan-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function ClassPlanPage() {
  const { classId = '', topicId = '' } = usePageParams();
  return <PlanDesk classId={classId} topicId={topicId} />;
}
