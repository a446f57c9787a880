import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

export const entryWithdrawnClaimant: EntryNotice = {
  notice: 'entry.withdrawn.claimant',
  event: 'entry.withdrawn',
  audience: 'claimant',
  title: '您受理的项目已退赛',
  body: (entry) => `您正在审核的${named(entry)}已由参赛者退赛，审核到此结束，无需操作。`,
  link: () => link('staff/queue'),
  sample: { ...sampleEntry, fromState: 'under_review', claimedBy: null, signUpUntil: null },
};
