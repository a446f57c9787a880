import { HomeDesk } from '../../features/competition/home-desk';

export default function HomePage() {
  return <HomeDesk />;
}
