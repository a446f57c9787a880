import { peopleAccess } from '@shared/people/access';
import type { peopleContract } from '@shared/people/contract';
import { peopleNotices } from '@shared/people/notices';
import { sql } from 'kysely';
import { at } from '../platform/schema';
import type { Area } from '../rpc/area';
import { peopleAudiences } from './audiences';
import { contactPlace } from './feedback-rows';
import { forgetContacts, forgetPhones } from './forget-contacts';
import { phonePlace } from './phone-place';
import { peopleProcedures } from './procedures';
import { feedbackToAnswer, ownFeedback } from './todos';

const week = 7 * 86_400_000;

export const peopleArea: Area<'people', typeof peopleContract> = {
  name: 'people',
  access: peopleAccess.table,
  procedures: peopleProcedures,
  notices: peopleNotices,
  audiences: peopleAudiences,
  todos: [
    { roles: ['cityStaff'], read: feedbackToAnswer },
    { shownOnly: true, read: ownFeedback },
  ],
  jobs: [
    { name: 'forgetContacts', hourly: true, run: forgetContacts },
    { name: 'forgetPhones', hourly: true, run: forgetPhones },
  ],
  tables: ['person', 'session', 'organisation', 'role_grant', 'feedback'],
  sealed: [
    {
      table: 'person',
      column: 'phone_sealed',
      key: { id: 'uuid' },
      place: (row: { id: string }) => phonePlace(row.id),
    },
    {
      table: 'feedback',
      column: 'contact_sealed',
      key: { id: 'uuid' },
      place: (row: { id: string }) => contactPlace(row.id),
    },
  ],
  // Sessions, a week after they ended.
  retention: [
    { table: 'session', when: (now) => sql`least(expires_at, coalesce(revoked_at, expires_at)) < ${at(now - week)}` },
  ],
};
