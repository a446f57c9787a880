import { link } from '../../routes';
import { type EntryNotice, sampleReview } from '../notice';
import { named, resultBy } from '../notice-phrases';

export const entryTransferred: EntryNotice = {
  notice: 'entry.transferred',
  event: 'entry.transferred',
  audience: 'team',
  title: '项目已转办',
  body: (entry) =>
    `${named(entry)}已转到${entry.regionZh}“${entry.trackZh}”赛道审核。${resultBy(entry)}不用重新提交，点开看理由。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleReview, regionZh: '尧都区', fromRegionZh: '蒲县', trackZh: '乡村振兴' },
};
