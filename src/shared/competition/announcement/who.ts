import { hasRole, hasRoleAnywhere } from '../../kernel/actor';
import { allOf, anyOf, cityOnly, holdsAnywhere, rule } from '../../kernel/define-access';
import type { AnnouncementPlace } from './subject';

/** Who may do what with an announcement. What is published is for everybody; a draft does not exist but for those who keep it. */

/** A region's lead keeps its own, the city's staff keep all. */
export const keepsAnnouncement = rule<AnnouncementPlace>(
  '本地审核负责人（全市公告仅市级统筹人员）',
  (actor, { regionId }) =>
    hasRoleAnywhere(actor, 'cityStaff') || (regionId !== null && hasRole(actor, 'regionLead', regionId)),
  { code: 'ANNOUNCEMENT_NOT_YOURS', reason: '没有找到这个公告，或者不由您发布', hidden: true },
);
/** The same of one that is to be written: the asker names the place, so nothing is hidden. */
export const mayAnnounce = rule<AnnouncementPlace>(
  keepsAnnouncement.name,
  (actor, place) => keepsAnnouncement.decide(actor, place).ok,
  {
    code: 'ANNOUNCEMENT_NOT_YOURS',
    reason: '本县（市、区）公告由审核负责人发布，全市公告由市级统筹人员发布',
  },
);
const supervises = rule<AnnouncementPlace>('监督员', (actor) => hasRoleAnywhere(actor, 'auditor'), {
  code: 'ANNOUNCEMENT_NOT_YOURS',
  reason: '没有找到这个公告，或者不由您发布',
  hidden: true,
});
/** Who reads one with its drafts and its history. */
export const readsKept = anyOf(keepsAnnouncement, supervises);
/** Who is told of the supervisor that they may not write is told so; to others it does not exist. */
export const changesKept = allOf(readsKept, mayAnnounce);
/** Whoever keeps announcements anywhere. */
export const keepsSomewhere = anyOf(holdsAnywhere('regionLead'), cityOnly, holdsAnywhere('auditor'));
