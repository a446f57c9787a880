import { lastMomentZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import { type EntryNotice, sampleEntry } from '../notice';
import { lastDay, named } from '../notice-phrases';

/** One notice names every fault (一次性告知, rules §2.4); the faults themselves stand on the entry's page. */
export const entryReturned: EntryNotice = {
  notice: 'entry.returned',
  event: 'entry.returned',
  audience: 'team',
  title: ({ dueAt }) => (dueAt === null ? '报名需补正' : `报名需补正，${lastDay(dueAt)}截止`),
  body: (entry) =>
    `${named(entry)}有 ${entry.faults} 处要改，请由负责人${entry.dueAt === null ? '尽快' : `在${lastMomentZh(entry.dueAt)} 前`}重新提交，逾期报名失效。点开看问题。`,
  link: ({ entryId }) => link('entry/entry', { entryId }),
  phone: ({ entryId, title, dueAt, faults }) =>
    dueAt === null
      ? null
      : phoneWords(
          'entryCorrection',
          { matter: title, until: dueAt, reason: `有 ${faults} 处要改，点开看` },
          { subjectId: entryId, until: dueAt },
        ),
  sample: { ...sampleEntry, dueAt: Date.UTC(2026, 11, 1, 16), faults: 2 },
};
