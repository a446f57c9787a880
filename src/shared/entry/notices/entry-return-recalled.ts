import { link } from '../../routes';
import { type EntryNotice, sampleReview } from '../notice';
import { named, resultBy } from '../notice-phrases';

/** The reason stands on the page that the notice leads to. */
export const entryReturnRecalled: EntryNotice = {
  notice: 'entry.returnRecalled',
  event: 'entry.returnRecalled',
  audience: 'team',
  title: '退回已收回，继续审核',
  body: (entry) =>
    `${named(entry)}的退回已由${entry.regionZh}收回，继续审核。${resultBy(entry)}您暂时不用操作，已改的内容都在。点开看理由。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: sampleReview,
};
