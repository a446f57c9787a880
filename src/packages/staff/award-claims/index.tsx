import { PastAwardsDesk } from '../../../features/awards/claims/past-awards-desk';

export default function StaffAwardClaimsPage() {
  return <PastAwardsDesk />;
}
