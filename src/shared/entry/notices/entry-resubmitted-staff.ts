import { link } from '../../routes';
import { type EntryNotice, sampleReview } from '../notice';
import { named, reviewBy } from '../notice-phrases';

export const entryResubmittedStaff: EntryNotice = {
  notice: 'entry.resubmitted.staff',
  event: 'entry.resubmitted',
  audience: 'regionStaff',
  title: '补正项目待受理',
  body: (entry) => `${named(entry)}已补正并重新提交，改动处已标出。${reviewBy(entry)}`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: { ...sampleReview, reviewDue: '2026-11-27' },
};
