import { roleZh } from '../../kernel/actor';
import { link } from '../../routes';
import { type PeopleNotice, sampleGrant } from '../notice';

export const grantRevoked: PeopleNotice = {
  notice: 'grant.revoked',
  event: 'grant.revoked',
  audience: 'holder',
  title: ({ role }) => `您的${roleZh[role]}权限已收回`,
  body: ({ placeZh, role }) =>
    `${roleZh[role]}（${placeZh}）的权限已收回，即时生效。有疑问的，请联系${roleZh.cityStaff}。`,
  link: () => link('me'),
  sample: sampleGrant,
};
