import { link } from '../../../routes';
import { type EntryNotice, sampleMember } from '../../notice';
import { named } from '../../notice-phrases';

export const teamJoined: EntryNotice = {
  notice: 'team.joined',
  event: 'team.joined',
  audience: 'leader',
  title: '有成员加入团队',
  body: (entry) => `${entry.memberZh}已加入${named(entry)}的团队。成员本人确认参赛后，您才能提交报名，请提醒对方。`,
  link: ({ entryId }) => link('entry/team', { entryId }),
  sample: sampleMember,
};
