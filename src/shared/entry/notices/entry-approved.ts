import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

export const entryApproved: EntryNotice = {
  notice: 'entry.approved',
  event: 'entry.approved',
  audience: 'team',
  title: '报名审核已通过',
  body: (entry) => `${named(entry)}已通过${entry.regionZh}资格审核，您暂时不用操作。评审安排以大赛组委会通知为准。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  phone: ({ entryId, title }, at) =>
    phoneWords(
      'entryResult',
      { project: title, result: '已通过', at, note: '评审安排另行通知' },
      { subjectId: entryId },
    ),
  sample: sampleEntry,
};
