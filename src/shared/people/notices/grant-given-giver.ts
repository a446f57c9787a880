import { roleZh } from '../../kernel/actor';
import { link } from '../../routes';
import { type PeopleNotice, sampleGiven } from '../notice';

export const grantGivenGiver: PeopleNotice = {
  notice: 'grant.given.giver',
  event: 'grant.given',
  audience: 'giver',
  // Of a new official of the city all of them are told.
  onlyWhen: ({ role, giverId }) => giverId !== null && role !== 'cityStaff',
  title: '您发的邀请码已使用',
  body: ({ personZh, placeZh, role }) =>
    `${personZh}已成为${roleZh[role]}（${placeZh}）。不是您要邀请的人，请立即收回。`,
  link: () => link('staff/grants'),
  sample: sampleGiven,
};
