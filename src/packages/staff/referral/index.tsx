import { OfficeDesk } from '../../../features/referral/office-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffReferralPage() {
  return <OfficeDesk referralId={usePageParams().referralId ?? ''} />;
}
