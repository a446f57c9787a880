import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named, resultBy } from '../phrases';

export const entrySubmitted: EntryNotice = {
  about: 'entry',
  notice: 'entry.submitted',
  event: 'entry.submitted',
  audience: 'team',
  title: '报名已提交',
  body: (entry) =>
    `${named(entry)}已提交到${entry.regionZh}，等待审核。${resultBy(entry)}审核开始前，负责人可以在报名截止前撤回修改。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: sampleEntry,
};
