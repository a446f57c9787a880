import { codeAccess, grantAccess, organisationAccess, peopleAccess } from '@shared/people/access';
import type { peopleContract } from '@shared/people/contract';
import { peopleNotices } from '@shared/people/notices';
import { sql } from 'kysely';
import type { Area } from '../line/area';
import { at } from '../platform/schema';
import { peopleAudiences } from './audiences';
import { askAgain } from './content/ask-again';
import { contactPlace } from './feedback-rows';
import { forgetContacts, forgetPhones } from './forget-contacts';
import { peoplePersonal } from './personal';
import { phonePlace } from './phone-place';
import { peopleProcedures } from './procedures';
import { feedbackToAnswer, namesToLookAt, ownFeedback } from './todos';

const day = 86_400_000;

export const peopleArea: Area<'people', typeof peopleContract> = {
  name: 'people',
  access: { ...peopleAccess.table, ...grantAccess.table, ...codeAccess.table, ...organisationAccess.table },
  procedures: peopleProcedures,
  notices: peopleNotices,
  audiences: peopleAudiences,
  todos: [
    { roles: ['cityStaff'], read: feedbackToAnswer },
    { roles: ['cityStaff'], read: namesToLookAt },
    { shownOnly: true, theirs: ['feedback', 'person_id'], read: ownFeedback },
  ],
  jobs: [
    { name: 'askAgain', run: askAgain },
    { name: 'forgetContacts', hourly: true, run: forgetContacts },
    { name: 'forgetPhones', hourly: true, run: forgetPhones },
  ],
  reads: { cases: ['subject'] },
  personal: peoplePersonal,
  tables: [
    'person',
    'session',
    'web_sign_in',
    'web_code_tries',
    'organisation',
    'role_grant',
    'grant_code',
    'feedback',
    'name_check',
    'text_check',
    'content_word',
  ],
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
  // Wishes to be signed in and tries of codes sessions that ended, codes by which nobody came: by their terms.
  retention: [
    { table: 'web_sign_in', when: (now, { webSignIn }) => sql`expires_at < ${at(now - webSignIn * day)}` },
    { table: 'web_code_tries', when: (now, { webSignIn }) => sql`since < ${at(now - webSignIn * day)}` },
    { table: 'grant_code', when: (now, { grantCode }) => sql`used = 0 and expires_at < ${at(now - grantCode * day)}` },
    {
      table: 'session',
      when: (now, { session }) => sql`least(expires_at, coalesce(revoked_at, expires_at)) < ${at(now - session * day)}`,
    },
  ],
};
