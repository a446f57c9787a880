import { anyOf, anyone, cityOnly, defineAccess, holdsAnywhere } from '../kernel/define-access';
import { here } from '../kernel/sample-cast';
import type { AnnouncementPlace } from './announcement/subject';
import { changesKept, keepsSomewhere, mayAnnounce, readsKept } from './announcement/who';
import { comparesContests, readsContest, readsSomeContest, runsContest } from './contest/who';

const readsEditions = anyOf(cityOnly, holdsAnywhere('auditor'));

export const competitionAccess = defineAccess<unknown>()('competition', {
  home: anyone,
  contest: anyone,
  guide: anyone,
  announcement: anyone,
  publishedAnnouncements: anyone,
  announcements: keepsSomewhere,
  openPublicFile: anyone,
  editions: readsEditions,
  edition: readsEditions,
  editionPart: readsEditions,
  previewEdition: readsEditions,
  makeEdition: cityOnly,
  savePart: cityOnly,
  templateFiles: readsEditions,
  beginTemplateFile: cityOnly,
  finishTemplateFile: cityOnly,
  cancelTemplateFile: cityOnly,
  removeTemplateFile: cityOnly,
  confirmPart: cityOnly,
  publishEdition: cityOnly,
  publishPart: cityOnly,
  dropPartChanges: cityOnly,
  dropEdition: cityOnly,
  contestSetups: readsSomeContest,
  drift: comparesContests,
});

export const contestAccess = defineAccess<{ regionId: string }>({ regionId: here })('competition', {
  contestSetup: readsContest,
  saveContestCard: runsContest,
  addOwnTrack: runsContest,
  removeOwnTrack: runsContest,
  moveWindow: runsContest,
});

export const announcementAccess = defineAccess<AnnouncementPlace>({ regionId: here })('competition', {
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
