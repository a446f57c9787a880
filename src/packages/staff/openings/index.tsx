import { OpeningsDesk } from '../../../features/oversight/openings-desk';

export default function StaffOpeningsPage() {
  return <OpeningsDesk />;
}
