import { GrantsDesk } from '../../../features/people/grants/grants-desk';

export default function StaffGrantsPage() {
  return <GrantsDesk />;
}
