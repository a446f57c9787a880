import { HistoryDesk } from '../../../features/policies/library/history-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffPolicyPage() {
  const { code } = usePageParams();
  return <HistoryDesk code={code ?? ''} />;
}
