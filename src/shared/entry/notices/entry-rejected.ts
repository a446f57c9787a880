import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

export const entryRejected: EntryNotice = {
  notice: 'entry.rejected',
  event: 'entry.rejected',
  audience: 'team',
  title: '报名审核未通过',
  body: (entry) =>
    `${named(entry)}未通过${entry.regionZh}审核，点开看理由。对结果有疑问，可在“我的—投诉建议”提出，${entry.answerDays} 个工作日内答复。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  phone: ({ entryId, title }, at) =>
    phoneWords(
      'entryResult',
      { project: title, result: '未通过', at, note: '点开看理由和申诉办法' },
      { subjectId: entryId },
    ),
  sample: { ...sampleEntry, answerDays: 15 },
};
