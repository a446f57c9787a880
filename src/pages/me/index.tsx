import { MeDesk } from '../../features/people/me-desk';
import { useUnreadBadge } from '../../features/people/use-unread-badge';

export default function MePage() {
  useUnreadBadge();
  return <MeDesk />;
}
