import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../../notices/notice';
import { named, resultBy } from '../notice-phrases';

export const entryTransferred: EntryNotice = {
  about: 'entry',
  notice: 'entry.transferred',
  event: 'entry.transferred',
  audience: 'team',
  title: '项目已转办',
  body: (entry) =>
    `${named(entry)}已转到${entry.regionZh}“${entry.trackZh}”赛道审核。${resultBy(entry)}不用重新提交，点开看理由。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleEntry, fromState: 'under_review', regionZh: '尧都区', reason: '登记注册地在尧都区' },
};
