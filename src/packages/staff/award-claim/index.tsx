import { ClaimDesk } from '../../../features/awards/claims/claim-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffAwardClaimPage() {
  return <ClaimDesk claimId={usePageParams().claimId ?? ''} />;
}
