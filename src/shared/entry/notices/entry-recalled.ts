import { lastMomentZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

export const entryRecalled: EntryNotice = {
  notice: 'entry.recalled',
  event: 'entry.recalled',
  audience: 'team',
  title: '项目已撤回修改',
  body: (entry) =>
    `${named(entry)}已撤回，可以继续修改。请${entry.dueAt === null ? '尽快' : `在${lastMomentZh(entry.dueAt)} 前`}重新提交，${entry.fromState === 'resubmitted' ? '逾期报名失效' : '否则视为未报名'}。撤回不是退赛。`,
  link: ({ entryId }) => link('entry/entry', { entryId }),
  sample: { ...sampleEntry, fromState: 'submitted', dueAt: Date.UTC(2026, 11, 13, 16) },
};
