import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { because, named } from '../phrases';

export const entryRejected: EntryNotice = {
  about: 'entry',
  notice: 'entry.rejected',
  event: 'entry.rejected',
  audience: 'team',
  title: '审核未通过',
  body: (entry) =>
    `${named(entry)}未通过${entry.regionZh}审核。${because('理由', entry.reason)}如有异议，可在“我的”中提交意见，我们会按时答复。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleEntry, fromState: 'under_review', reviewDue: null, reason: '登记注册已满五年' },
};
