import { screeningContract } from '@shared/screening/contract';
import { noSubject, procedure } from '../../rpc/procedure';
import { previewRows } from './batch-rows';

/** Says of each row whether the move is possible, and if not, why; nothing is changed. */
export const batchPreview = procedure(screeningContract.batchPreview, noSubject, async (call, { move, entryIds }) => {
  const rows = await previewRows(call, move, entryIds);
  return { rows, possible: rows.filter((row) => row.possible).length };
});
