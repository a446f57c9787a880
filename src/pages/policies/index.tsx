import { useUnreadBadge } from '../../features/people/use-unread-badge';
import { PolicyList } from '../../features/policies/policy-list';

export default function PoliciesPage() {
  useUnreadBadge();
  return <PolicyList />;
}
