import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { because, closing, named } from '../phrases';

/** One notice names every fault (一次性告知, rules §2.4); the faults themselves stand on the entry's page. */
export const entryReturned: EntryNotice = {
  about: 'entry',
  notice: 'entry.returned',
  event: 'entry.returned',
  audience: 'team',
  title: '项目需要补正',
  body: (entry) =>
    `${named(entry)}有 ${entry.faults} 处需要补正（${entry.sectionsZh}）。${because('审核人员说明', entry.reason)}请${entry.dueAt === null ? '尽快' : `在${closing(entry.dueAt)}前`}改好并由负责人重新提交，逾期将失效。`,
  link: ({ entryId }) => link('entry/entry', { entryId }),
  sample: {
    ...sampleEntry,
    fromState: 'under_review',
    reviewDue: null,
    dueAt: Date.UTC(2026, 11, 1, 16),
    faults: 2,
    sectionsZh: '项目情况、参赛材料',
    reason: '请按提示逐项修改',
  },
};
