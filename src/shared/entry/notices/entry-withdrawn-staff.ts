import { entryLifecycle } from '../../entry/lifecycle';
import type { EntryState } from '../../entry/states';
import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../../notices/notice';
import { named } from '../notice-phrases';

const waitsUnclaimed = (state: EntryState): boolean => {
  const { live, held } = entryLifecycle.states[state];
  return live === true && !held;
};

/** A draft that is given up was never known to staff; one under review is told to its reviewer alone. */
export const entryWithdrawnStaff: EntryNotice = {
  about: 'entry',
  notice: 'entry.withdrawn.staff',
  event: 'entry.withdrawn',
  audience: 'regionStaff',
  onlyWhen: ({ fromState }) => fromState !== null && waitsUnclaimed(fromState),
  title: '有项目退赛',
  body: (entry) => `${named(entry)}已由参赛者退赛，无需操作。`,
  link: () => link('staff/queue'),
  sample: { ...sampleEntry, fromState: 'submitted', reviewDue: null },
};
