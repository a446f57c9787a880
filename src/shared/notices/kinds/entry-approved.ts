import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../phrases';

export const entryApproved: EntryNotice = {
  about: 'entry',
  notice: 'entry.approved',
  event: 'entry.approved',
  audience: 'team',
  title: '审核通过',
  body: (entry) => `${named(entry)}已通过${entry.regionZh}审核。您现在不用办理，评审安排确定后会另行通知。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleEntry, fromState: 'under_review', reviewDue: null },
};
