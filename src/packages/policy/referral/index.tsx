import { PersonDesk } from '../../../features/referral/person-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function PolicyReferralPage() {
  return <PersonDesk referralId={usePageParams().referralId ?? ''} />;
}
