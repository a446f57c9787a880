import { anyone, defineAccess } from '../kernel/define-access';
import type { AnnouncementPlace } from './announcement/subject';
import { changesKept, keepsSomewhere, mayAnnounce, readsKept } from './announcement/who';

export const competitionAccess = defineAccess<unknown>()('competition', {
  home: anyone,
  contest: anyone,
  announcement: anyone,
  announcements: keepsSomewhere,
  openPublicFile: anyone,
});

export const announcementAccess = defineAccess<AnnouncementPlace>()('competition', {
  writeAnnouncement: mayAnnounce,
  keptAnnouncement: readsKept,
  editAnnouncement: changesKept,
  publishAnnouncement: changesKept,
  withdrawAnnouncement: changesKept,
  deleteAnnouncement: changesKept,
  beginAnnouncementFile: changesKept,
  finishAnnouncementFile: changesKept,
  cancelAnnouncementFile: changesKept,
  removeAnnouncementFile: changesKept,
});
