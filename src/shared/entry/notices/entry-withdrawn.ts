import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { anotherUntil, named } from '../notice-phrases';

export const entryWithdrawn: EntryNotice = {
  notice: 'entry.withdrawn',
  event: 'entry.withdrawn',
  audience: 'team',
  title: '项目已退赛',
  body: (entry) => `${named(entry)}已由负责人退赛，不能恢复。${anotherUntil(entry)}`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: { ...sampleEntry, fromState: 'submitted', claimedBy: null, signUpUntil: Date.UTC(2026, 11, 13, 16) },
};
