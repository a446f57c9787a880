import { applicationAccess, benefitsAccess } from '@shared/benefits/access';
import type { benefitsContract } from '@shared/benefits/contract';
import { kinds } from '@shared/benefits/kinds';
import { benefitsNotices } from '@shared/benefits/notices';
import type { Area } from '../line/area';
import { awardListeners } from './application/award-lost';
import { beginApplication } from './application/begin';
import { deleteDraft } from './application/delete-draft';
import { beginUpload, cancelUpload, fileOwnerOf, finishUpload, openFile, removeFile } from './application/files';
import { formOwnerOf } from './application/form';
import { giveDocument } from './application/given';
import { expireApplicationsBy, moveApplicationBy, moverOf } from './application/moves';
import { nounOf } from './application/nouns';
import { agree, getApplication, myApplications, reveal, saveApplication } from './application/procedures';
import { queue } from './application/queue';
import { consentHolderOf } from './application/take-back';
import { applicationTodos } from './application/todos';
import type { Works } from './application/works';
import { benefitsAudiences } from './audiences';
import { loanExample } from './loan/example';
import { benefitsPersonal } from './personal';
import { benefitsReminders } from './reminders';

/** The area with what the areas of its kinds do besides as applications move. */
export function makeBenefitsArea(works: Works): Area<'benefits', typeof benefitsContract> {
  const mover = moverOf(works);
  return {
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
      giveAgain: giveDocument,
      finishUpload,
      cancelUpload,
      removeFile,
      deleteDraft,
      openFile,
      moveApplication: moveApplicationBy(mover),
      reveal,
      queue,
    },
    // Every kind is a noun of its own, with its own form and files; all lie in one table.
    nouns: kinds.map(nounOf),
    todos: applicationTodos,
    reminders: benefitsReminders,
    jobs: [{ name: 'expireApplications', run: expireApplicationsBy(mover) }],
    listens: awardListeners,
    notices: benefitsNotices,
    audiences: benefitsAudiences,
    fileOwners: kinds.map(fileOwnerOf),
    formOwners: kinds.map(formOwnerOf),
    personal: benefitsPersonal(mover),
    consents: kinds.map((kind) => consentHolderOf(kind, mover)),
    tables: ['application', 'application_party'],
    // An application is called by the name in its latest submission: one statement for a page of the queue. Whoever has it
    // has a name, a region a list of whom one may choose, the edition its terms. Of which something is left to empty is one statement too.
    reads: { forms: ['snapshot', 'section', 'sealed_value'], files: ['upload'], people: ['organisation'] },
  };
}
