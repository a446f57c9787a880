import { link } from '../../routes';
import { type EntryNotice, sampleAnnouncement } from '../notice';
import { named } from '../notice-phrases';

export const announcementPublished: EntryNotice = {
  notice: 'announcement.published',
  event: 'announcement.published',
  audience: 'concerned',
  title: ({ regionZh }) => `${regionZh ?? '大赛'}发布公告`,
  body: (facts) => `${named(facts)}${facts.opening}`,
  link: ({ announcementId }) => link('open/announcement', { announcementId }),
  sample: sampleAnnouncement,
};
