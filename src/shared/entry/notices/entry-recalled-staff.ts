import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

export const entryRecalledStaff: EntryNotice = {
  notice: 'entry.recalled.staff',
  event: 'entry.recalled',
  audience: 'regionStaff',
  title: '参赛者已撤回项目',
  body: (entry) => `${named(entry)}已由参赛者撤回修改，您暂时不用操作；重新提交后会再通知您。`,
  link: () => link('staff/queue'),
  sample: { ...sampleEntry, fromState: 'submitted', dueAt: Date.UTC(2026, 11, 13, 16) },
};
