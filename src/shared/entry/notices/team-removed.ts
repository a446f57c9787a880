import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../../notices/notice';
import { named } from '../notice-phrases';

/** Someone who left by own wish knows it; someone who was taken off the team is told, and can no longer open the entry. */
export const teamRemoved: EntryNotice = {
  about: 'entry',
  notice: 'team.removed',
  event: 'team.left',
  audience: 'member',
  onlyWhen: ({ byMember }) => !byMember,
  title: '您已被移出参赛团队',
  body: (entry) => `负责人已将您移出${named(entry)}的团队，您不能再查看这个项目。如有疑问，请联系项目负责人。`,
  link: () => link('workbench'),
  sample: { ...sampleEntry, reference: null, memberZh: '李明', reviewDue: null },
};
