import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../phrases';

export const entryExpired: EntryNotice = {
  about: 'entry',
  notice: 'entry.expired',
  event: 'entry.expired',
  audience: 'team',
  title: '项目逾期失效',
  body: (entry) => `${named(entry)}在补正期限内没有重新提交，已失效，不能恢复。报名截止前可以另报项目。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleEntry, fromState: 'returned', reviewDue: null },
};
