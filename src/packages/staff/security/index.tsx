import { SecurityDesk } from '../../../features/people/security-desk';

export default function StaffSecurityPage() {
  return <SecurityDesk />;
}
