import { noticesAccess } from '@shared/notices/access';
import type { noticesContract } from '@shared/notices/contract';
import { sql } from 'kysely';
import type { AnyArea, Area } from '../line/area';
import { at } from '../platform/schema';
import { makeTell } from '../telling/tell-events';
import { makeNoticesProcedures } from './procedures';
import { makeRemind } from './reminders/remind';
import { unsentToMend } from './todos';

/** A reminder's subject is over long before: 400 days, in milliseconds. */
const keptMs = 400 * 86_400_000;

/** The last in the line: what it shows of the areas before it, they hand it. */
export const makeNoticesArea = (before: readonly AnyArea[]): Area<'notices', typeof noticesContract> => ({
  name: 'notices',
  access: noticesAccess.table,
  procedures: makeNoticesProcedures(before, [
    ...before.flatMap(({ todos = [] }) => todos),
    { roles: ['cityStaff'], read: unsentToMend },
  ]),
  jobs: [
    {
      name: 'remind',
      run: makeRemind(
        before.flatMap(({ reminders = [] }) => reminders),
        makeTell(before),
      ),
    },
  ],
  tables: ['reminder_sent'],
  retention: [{ table: 'reminder_sent', when: (now) => sql`at < ${at(now - keptMs)}` }],
});
