import { useTabBadges } from '../../features/people/use-tab-badges';
import { PolicyList } from '../../features/policies/policy-list';

export default function PoliciesPage() {
  useTabBadges();
  return <PolicyList />;
}
