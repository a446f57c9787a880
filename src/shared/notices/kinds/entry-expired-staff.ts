import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../phrases';

export const entryExpiredStaff: EntryNotice = {
  about: 'entry',
  notice: 'entry.expired.staff',
  event: 'entry.expired',
  audience: 'regionStaff',
  title: '有项目逾期失效',
  body: (entry) => `${named(entry)}退回后逾期未补正，已由系统办结，不用办理。`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: { ...sampleEntry, fromState: 'returned', reviewDue: null },
};
