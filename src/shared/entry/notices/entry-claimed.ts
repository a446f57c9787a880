import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

export const entryClaimed: EntryNotice = {
  notice: 'entry.claimed',
  event: 'entry.claimed',
  audience: 'team',
  title: '项目开始审核',
  body: (entry) => `${entry.regionZh}审核人员已开始审核${named(entry)}，请等待结果，您暂时不用操作。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: sampleEntry,
};
