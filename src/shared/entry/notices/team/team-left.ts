import { link } from '../../../routes';
import { type EntryNotice, sampleMember } from '../../notice';
import { named } from '../../notice-phrases';

export const teamLeft: EntryNotice = {
  notice: 'team.left',
  event: 'team.left',
  audience: 'leader',
  onlyWhen: ({ by, personId }) => by === personId,
  title: '有成员退出团队',
  body: (entry) => `${entry.memberZh}已退出${named(entry)}的团队。如需补充成员，请在提交前重新邀请。`,
  link: ({ entryId }) => link('entry/team', { entryId }),
  sample: sampleMember,
};
