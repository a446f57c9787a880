import { link } from '../../routes';
import { type EntryNotice, sampleReview } from '../notice';
import { named, resultBy } from '../notice-phrases';

export const entryResubmitted: EntryNotice = {
  notice: 'entry.resubmitted',
  event: 'entry.resubmitted',
  audience: 'team',
  title: '补正已提交，等待审核',
  body: (entry) => `${named(entry)}的补正已提交到${entry.regionZh}赛场。${resultBy(entry)}`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleReview, reviewDue: '2026-11-27' },
};
