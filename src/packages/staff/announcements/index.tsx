import { AnnouncementsDesk } from '../../../features/competition/announcements/announcements-desk';

export default function StaffAnnouncementsPage() {
  return <AnnouncementsDesk />;
}
