import { PreviewDesk } from '../../../features/policies/library/preview-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffPolicyPreviewPage() {
  const { policyDraftId } = usePageParams();
  return <PreviewDesk policyDraftId={policyDraftId ?? ''} />;
}
