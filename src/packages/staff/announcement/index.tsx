import { KeptDesk } from '../../../features/competition/announcements/kept-desk';
import { WriteDesk } from '../../../features/competition/announcements/write-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffAnnouncementPage() {
  const { announcementId } = usePageParams();
  return announcementId ? <KeptDesk announcementId={announcementId} /> : <WriteDesk />;
}
