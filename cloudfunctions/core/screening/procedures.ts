import type { screeningContract } from '@shared/screening/contract';
import type { Procedures } from '../rpc/procedure';
import { batchPreview } from './batch/batch-preview';
import { batchRun } from './batch/batch-run';
import { settleBatch } from './batch/settle-batch';
import { beginCheckPicture, cancelCheckPicture, finishCheckPicture, openCheckPicture } from './checks/check-pictures';
import { recordChecks } from './checks/record-checks';
import { approve } from './decisions/approve';
import { claim } from './decisions/claim';
import { refuseSignature, sendNow, sign, takeBack } from './decisions/decision-procedures';
import { recallReturn } from './decisions/recall-return';
import { reject } from './decisions/reject';
import { release } from './decisions/release';
import { reopen } from './decisions/reopen';
import { returnEntry } from './decisions/return';
import { transfer } from './decisions/transfer';
import { neighbours } from './queue/neighbours';
import { queue } from './queue/queue';
import { addNote } from './review/add-note';
import { markAll } from './review/mark-all';
import { markSection } from './review/mark-section';
import { reveal } from './review/reveal';
import { review } from './review/review';
import { search } from './search/search';

export const screeningProcedures: Procedures<typeof screeningContract> = {
  queue,
  search,
  neighbours,
  review,
  claim,
  release,
  markSection,
  markAll,
  return: returnEntry,
  approve,
  reject,
  transfer,
  takeBack,
  sendNow,
  sign,
  refuseSignature,
  reopen,
  recallReturn,
  addNote,
  recordChecks,
  beginCheckPicture,
  finishCheckPicture,
  cancelCheckPicture,
  openCheckPicture,
  reveal,
  batchPreview,
  batchRun,
  settleBatch,
};
