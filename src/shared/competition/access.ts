import { anyOf, anyone, cityOnly, defineAccess, holdsAnywhere } from '../kernel/define-access';
import type { AnnouncementPlace } from './announcement/subject';
import { changesKept, keepsSomewhere, mayAnnounce, readsKept } from './announcement/who';

const readsEditions = anyOf(cityOnly, holdsAnywhere('auditor'));

export const competitionAccess = defineAccess<unknown>()('competition', {
  home: anyone,
  contest: anyone,
  announcement: anyone,
  announcements: keepsSomewhere,
  openPublicFile: anyone,
  editions: readsEditions,
  edition: readsEditions,
  editionPart: readsEditions,
  makeEdition: cityOnly,
  savePart: cityOnly,
  confirmPart: cityOnly,
  publishEdition: cityOnly,
  publishPart: cityOnly,
  dropPartChanges: cityOnly,
  dropEdition: cityOnly,
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
