import { DraftDesk } from '../../../features/policies/library/draft-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffPolicyDraftPage() {
  const { policyDraftId } = usePageParams();
  return <DraftDesk policyDraftId={policyDraftId ?? ''} />;
}
