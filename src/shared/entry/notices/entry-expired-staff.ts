import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

export const entryExpiredStaff: EntryNotice = {
  notice: 'entry.expired.staff',
  event: 'entry.expired',
  audience: 'regionStaff',
  title: '有报名逾期失效',
  body: (entry) => `${named(entry)}逾期未补正，报名已自动失效，无需操作。`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: { ...sampleEntry, signUpUntil: Date.UTC(2026, 11, 13, 16) },
};
