import { link } from '../../routes';
import { type EntryNotice, sampleReview } from '../notice';
import { named, resultBy } from '../notice-phrases';

/** The reason stands on the page that the notice leads to. */
export const entryReopened: EntryNotice = {
  notice: 'entry.reopened',
  event: 'entry.reopened',
  audience: 'team',
  title: '项目重新审核',
  body: (entry) =>
    `${named(entry)}由${entry.regionZh}重新审核，原来的审核结果不再有效。${resultBy(entry)}您暂时不用操作，点开看理由。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: sampleReview,
};
