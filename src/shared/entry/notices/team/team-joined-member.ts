import { link } from '../../../routes';
import { type EntryNotice, sampleMember } from '../../notice';
import { named } from '../../notice-phrases';

export const teamJoinedMember: EntryNotice = {
  notice: 'team.joined.member',
  event: 'team.joined',
  audience: 'member',
  title: '您已加入团队',
  body: (entry) => `您已加入${named(entry)}的团队。请点开本消息，点“确认参赛”；确认前负责人不能提交报名。`,
  link: ({ entryId }) => link('entry/team', { entryId }),
  sample: sampleMember,
};
