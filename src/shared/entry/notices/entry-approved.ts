import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

export const entryApproved: EntryNotice = {
  notice: 'entry.approved',
  event: 'entry.approved',
  audience: 'team',
  title: '报名审核已通过',
  body: (entry) => `${named(entry)}已通过${entry.regionZh}资格审核，您暂时不用操作。评审安排以大赛组委会通知为准。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: sampleEntry,
};
