import { HomeDesk } from '../../features/competition/home-desk';
import { useLanding } from '../../features/competition/use-landing';
import { useBadges } from '../../features/people/use-tab-badges';

export default function HomePage() {
  const landing = useLanding();
  useBadges({ waits: landing.data?.waits ?? 0, unread: landing.data?.unread ?? 0 });
  return <HomeDesk landing={landing} />;
}
