import { MeDesk } from '../../features/people/me-desk';
import { useTabBadges } from '../../features/people/use-tab-badges';

export default function MePage() {
  useTabBadges();
  return <MeDesk />;
}
