import { roleZh } from '../../kernel/actor';
import { link } from '../../routes';
import { type PeopleNotice, sampleGiven } from '../notice';

export const grantGivenCity: PeopleNotice = {
  notice: 'grant.given.city',
  event: 'grant.given',
  audience: 'watchers',
  onlyWhen: ({ role }) => role === 'cityStaff',
  title: `新增一名${roleZh.cityStaff}`,
  body: ({ personZh, giverId }) =>
    `${personZh}已成为${roleZh.cityStaff}${giverId === null ? '（由管理服务器的人员授权）' : ''}。请核实，有误的立即收回。`,
  link: () => link('staff/grants'),
  sample: { ...sampleGiven, role: 'cityStaff', placeZh: '全市' },
};
