import { HomeDesk } from '../../features/competition/home-desk';
import { useUnreadBadge } from '../../features/people/use-unread-badge';

export default function HomePage() {
  useUnreadBadge();
  return <HomeDesk />;
}
