import { roleZh } from '../../kernel/actor';
import { lastDayZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type PeopleNotice, sampleGiven } from '../notice';

export const grantGiven: PeopleNotice = {
  notice: 'grant.given',
  event: 'grant.given',
  audience: 'holder',
  title: ({ role }) => `您已成为${roleZh[role]}`,
  body: ({ placeZh, endsAt }) =>
    `权限范围：${placeZh}${endsAt === null ? '' : `，有效期至${lastDayZh(endsAt)}`}。待办在“工作台”查看。`,
  link: () => link('workbench'),
  sample: sampleGiven,
};
