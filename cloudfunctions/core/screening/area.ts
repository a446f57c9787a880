import { batchAccess, queueAccess, reviewAccess } from '@shared/screening/access';
import type { screeningContract } from '@shared/screening/contract';
import type { Area } from '../rpc/area';
import { expireOverdue } from './decisions/expire-overdue';
import { screeningProcedures } from './procedures';

export const screeningArea: Area<'screening', typeof screeningContract> = {
  name: 'screening',
  access: { ...queueAccess.table, ...batchAccess.table, ...reviewAccess.table },
  procedures: screeningProcedures,
  jobs: [{ name: 'expireOverdue', run: expireOverdue }],
  tables: ['review_mark', 'one_time_notice', 'review_note', 'credit_check'],
};
