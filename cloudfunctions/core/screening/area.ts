import { servingRoles } from '@shared/kernel/actor';
import { batchAccess, queueAccess, reviewAccess, searchAccess } from '@shared/screening/access';
import type { screeningContract } from '@shared/screening/contract';
import { decisionAccess } from '@shared/screening/decision/access';
import { signers } from '@shared/screening/decision/who';
import { screeningNotices } from '@shared/screening/notices';
import type { Area } from '../line/area';
import { screeningAudiences } from './audiences';
import { checkFiles } from './checks/check-files';
import { forgetPictures } from './checks/forget-pictures';
import { decisionNoun } from './decisions/decision-moves';
import { expireOverdue } from './decisions/expire-overdue';
import { takeEffect } from './decisions/take-effect';
import { screeningPersonal } from './personal';
import { screeningProcedures } from './procedures';
import { screeningReminders } from './reminders';
import { readStacks, reviewers } from './stacks';
import { claimedTodos, readQueues, toSignTodos } from './todos';

export const screeningArea: Area<'screening', typeof screeningContract> = {
  name: 'screening',
  access: {
    ...queueAccess.table,
    ...searchAccess.table,
    ...batchAccess.table,
    ...reviewAccess.table,
    ...decisionAccess.table,
  },
  procedures: screeningProcedures,
  nouns: [decisionNoun],
  notices: screeningNotices,
  audiences: screeningAudiences,
  todos: [
    { roles: servingRoles, read: claimedTodos },
    { roles: signers, read: toSignTodos },
    { roles: servingRoles, read: readQueues },
    { roles: reviewers, shownOnly: true, read: readStacks },
  ],
  reminders: screeningReminders,
  jobs: [
    { name: 'takeEffect', run: takeEffect },
    { name: 'expireOverdue', run: expireOverdue },
    { name: 'forgetPictures', hourly: true, run: forgetPictures },
  ],
  fileOwners: [checkFiles],
  personal: screeningPersonal,
  tables: ['decision', 'review_mark', 'review_note', 'credit_check'],
  // The queue and a reading are one statement each, cut from the indexes of the rows that they read.
  reads: {
    entry: ['entry', 'entry_member', 'entry_search', 'one_time_notice', 'entry_count', 'counter_entry'],
    cases: ['move'],
    files: ['upload'],
    forms: ['snapshot', 'snapshot_sealed'],
  },
};
