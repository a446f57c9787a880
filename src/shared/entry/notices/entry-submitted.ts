import { link } from '../../routes';
import { type EntryNotice, sampleReview } from '../notice';
import { named, resultBy } from '../notice-phrases';

export const entrySubmitted: EntryNotice = {
  notice: 'entry.submitted',
  event: 'entry.submitted',
  audience: 'team',
  title: '报名已提交，等待审核',
  body: (entry) =>
    `${named(entry)}已提交到${entry.regionZh}赛场。${resultBy(entry)}开始审核前且报名未截止的，负责人可以撤回修改。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleReview, trackZh: '乡村振兴' },
};
