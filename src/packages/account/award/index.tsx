import { AwardDesk } from '../../../features/awards/claims/award-desk';

export default function AccountAwardPage() {
  return <AwardDesk />;
}
