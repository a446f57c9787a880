import { OwnOpeningsDesk } from '../../../features/oversight/own-openings-desk';

export default function AccountOpeningsPage() {
  return <OwnOpeningsDesk />;
}
