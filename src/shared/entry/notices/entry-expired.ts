import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { anotherUntil, named } from '../notice-phrases';

export const entryExpired: EntryNotice = {
  notice: 'entry.expired',
  event: 'entry.expired',
  audience: 'team',
  title: '报名逾期失效',
  body: (entry) => `${named(entry)}在补正期限内没有重新提交，报名已失效，不能恢复。${anotherUntil(entry)}`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleEntry, signUpUntil: Date.UTC(2026, 11, 13, 16) },
};
