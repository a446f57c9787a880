import { HomeDesk } from '../../features/competition/home-desk';
import { useLanding } from '../../features/competition/use-landing';
import { useBadge } from '../../features/people/use-unread-badge';

export default function HomePage() {
  const landing = useLanding();
  useBadge(landing.data?.unread ?? 0);
  return <HomeDesk landing={landing} />;
}
