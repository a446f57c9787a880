import { PublishedDesk } from '../../../features/competition/announcements/published-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function AnnouncementsPage() {
  return <PublishedDesk regionId={usePageParams().regionId ?? null} />;
}
