import { PartDesk } from '../../../features/policies/library/part-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffPolicyPartPage() {
  const { policyDraftId, part } = usePageParams();
  return <PartDesk policyDraftId={policyDraftId ?? ''} part={part ?? ''} />;
}
