import { link } from '../../../routes';
import { type EntryNotice, sampleMember } from '../../notice';
import { named } from '../../notice-phrases';

/** Someone who left by own wish knows it; someone who was taken off the team is told, and can no longer open the entry. */
export const teamRemoved: EntryNotice = {
  notice: 'team.removed',
  event: 'team.left',
  audience: 'member',
  onlyWhen: ({ by, personId }) => by !== personId,
  title: '您已被移出参赛团队',
  body: (entry) => `负责人已将您移出${named(entry)}的团队，您不能再查看这个项目。如有疑问，请联系项目负责人。`,
  link: () => link('workbench'),
  sample: { ...sampleMember, by: null },
};
