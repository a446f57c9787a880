import { noticesAccess } from '@shared/notices/access';
import type { noticesContract } from '@shared/notices/contract';
import type { AnyArea, Area } from '../rpc/area';
import { makeNoticesProcedures } from './procedures';
import { unsentToMend } from './todos';

/** The last in the line: what it shows of the areas before it, they hand it. */
export const makeNoticesArea = (before: readonly AnyArea[]): Area<'notices', typeof noticesContract> => ({
  name: 'notices',
  access: noticesAccess.table,
  procedures: makeNoticesProcedures([
    ...before.flatMap(({ todos = [] }) => todos),
    { roles: ['cityStaff'], read: unsentToMend },
  ]),
  tables: [],
});
