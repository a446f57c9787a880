import { applicationAccess, benefitsAccess } from '@shared/benefits/access';
import type { benefitsContract } from '@shared/benefits/contract';
import { kinds } from '@shared/benefits/kinds';
import { benefitsNotices } from '@shared/benefits/notices';
import type { Area } from '../rpc/area';
import { beginApplication } from './application/begin';
import { beginUpload, cancelUpload, fileOwnerOf, finishUpload, openFile, removeFile } from './application/files';
import { formOwnerOf } from './application/form';
import { expireApplications, moveApplication } from './application/moves';
import { nounOf } from './application/nouns';
import { agree, getApplication, myApplications, reveal, saveApplication } from './application/procedures';
import { queue } from './application/queue';
import { consentHolderOf } from './application/take-back';
import { applicationTodos } from './application/todos';
import { benefitsAudiences } from './audiences';
import { loanExample } from './loan/example';
import { benefitsPersonal } from './personal';

export const benefitsArea: Area<'benefits', typeof benefitsContract> = {
  name: 'benefits',
  access: { ...benefitsAccess.table, ...applicationAccess.table },
  procedures: {
    loanExample,
    applications: myApplications,
    beginApplication,
    application: getApplication,
    saveApplication,
    agree,
    beginUpload,
    finishUpload,
    cancelUpload,
    removeFile,
    openFile,
    moveApplication,
    reveal,
    queue,
  },
  // Every kind is a noun of its own, with its own form and files; all lie in one table.
  nouns: kinds.map(nounOf),
  todos: applicationTodos,
  jobs: [{ name: 'expireApplications', run: expireApplications }],
  notices: benefitsNotices,
  audiences: benefitsAudiences,
  fileOwners: kinds.map(fileOwnerOf),
  formOwners: kinds.map(formOwnerOf),
  personal: benefitsPersonal,
  consents: kinds.map(consentHolderOf),
  tables: ['application'],
  // An application is called by the name in its latest submission: one statement for a page of the queue.
  reads: { forms: ['snapshot'] },
};
