import type { screeningContract } from '@shared/screening/contract';
import type { Procedures } from '../procedure';
import { addCreditCheck } from './add-credit-check';
import { addNote } from './add-note';
import { approve } from './approve';
import { batchPreview } from './batch-preview';
import { batchRun } from './batch-run';
import { claim } from './claim';
import { markSection } from './mark-section';
import { queue } from './queue';
import { reject } from './reject';
import { release } from './release';
import { reopen } from './reopen';
import { returnEntry } from './return';
import { reveal } from './reveal';
import { review } from './review';
import { transfer } from './transfer';

export const screeningProcedures: Procedures<typeof screeningContract> = {
  queue,
  review,
  claim,
  release,
  markSection,
  return: returnEntry,
  approve,
  reject,
  transfer,
  reopen,
  addNote,
  addCreditCheck,
  reveal,
  batchPreview,
  batchRun,
};
