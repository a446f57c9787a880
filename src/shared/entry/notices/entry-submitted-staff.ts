import { link } from '../../routes';
import { type EntryNotice, sampleReview } from '../notice';
import { named, reviewBy } from '../notice-phrases';

export const entrySubmittedStaff: EntryNotice = {
  notice: 'entry.submitted.staff',
  event: 'entry.submitted',
  audience: 'regionStaff',
  title: '有新项目待受理',
  body: (entry) => `${named(entry)}报名${entry.regionZh}“${entry.trackZh}”赛道。${reviewBy(entry)}`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: { ...sampleReview, trackZh: '乡村振兴' },
};
