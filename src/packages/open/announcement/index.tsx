import { AnnouncementDesk } from '../../../features/competition/announcements/announcement-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function AnnouncementPage() {
  return <AnnouncementDesk announcementId={usePageParams().announcementId ?? ''} />;
}
