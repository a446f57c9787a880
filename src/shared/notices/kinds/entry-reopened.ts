import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named, resultBy } from '../phrases';

/** Why it was reopened is staff's own and is not told. */
export const entryReopened: EntryNotice = {
  about: 'entry',
  notice: 'entry.reopened',
  event: 'entry.reopened',
  audience: 'team',
  title: '项目重新审核',
  body: (entry) =>
    `${named(entry)}由${entry.regionZh}重新审核，原来的审核结果不再有效。${resultBy(entry)}您暂时不用操作。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleEntry, fromState: 'rejected' },
};
