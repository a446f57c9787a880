import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { beforeEndOf, named } from '../phrases';

export const entryRecalled: EntryNotice = {
  about: 'entry',
  notice: 'entry.recalled',
  event: 'entry.recalled',
  audience: 'team',
  title: '项目已撤回修改',
  body: (entry) =>
    `${named(entry)}已撤回，可以继续修改。请${entry.dueDate === null ? '在截止前' : `在${beforeEndOf(entry.dueDate)}`}重新提交，否则视为未提交。撤回不是退赛。`,
  link: ({ entryId }) => link('entry/entry', { entryId }),
  sample: { ...sampleEntry, fromState: 'submitted', dueDate: '2026-12-13', reviewDue: null },
};
