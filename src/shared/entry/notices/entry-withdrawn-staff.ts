import { link } from '../../routes';
import { entryLifecycle } from '../lifecycle';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';
import type { EntryState } from '../states';

const waitsUnclaimed = (state: EntryState): boolean => {
  const { live, held } = entryLifecycle.states[state];
  return live === true && !held;
};

/** A draft that is given up was never known to staff; one under review is told to its reviewer alone. */
export const entryWithdrawnStaff: EntryNotice = {
  notice: 'entry.withdrawn.staff',
  event: 'entry.withdrawn',
  audience: 'regionStaff',
  onlyWhen: ({ fromState }) => waitsUnclaimed(fromState),
  title: '有项目退赛',
  body: (entry) => `${named(entry)}已由参赛者退赛，无需操作。`,
  link: () => link('staff/queue'),
  sample: { ...sampleEntry, fromState: 'submitted', claimedBy: null, signUpUntil: null },
};
