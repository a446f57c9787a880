import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { because, named, resultBy } from '../phrases';

export const entryTransferred: EntryNotice = {
  about: 'entry',
  notice: 'entry.transferred',
  event: 'entry.transferred',
  audience: 'team',
  title: '项目已转办',
  body: (entry) =>
    `${named(entry)}已由${entry.fromRegionZh}转到${entry.regionZh}「${entry.trackZh}」赛道审核。${because('原因', entry.reason)}审核时限重新计算，${resultBy(entry)}您不用重新提交。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleEntry, fromState: 'under_review', regionZh: '尧都区', reason: '登记注册地在尧都区' },
};
