import { link } from '../../../routes';
import { type EntryNotice, sampleMember } from '../../notice';
import { named } from '../../notice-phrases';

export const teamConfirmed: EntryNotice = {
  notice: 'team.confirmed',
  event: 'team.confirmed',
  audience: 'leader',
  title: '有成员确认参赛',
  body: (entry) =>
    `${entry.memberZh}已确认参加${named(entry)}。${entry.unconfirmed === 0 ? '全部成员都已确认。' : `还有 ${entry.unconfirmed} 名成员没有确认，请提醒对方。`}`,
  link: ({ entryId }) => link('entry/team', { entryId }),
  sample: { ...sampleMember, unconfirmed: 1 },
};
