import { entryContract } from '@shared/entry/contract';
import { procedure } from '../../rpc/procedure';
import { forgetSealed } from '../form/forget-sealed';
import { insistVersion, moveEntry } from '../moves';
import { entryOf } from '../subjects';

/** Takes a submission back to change it, before anyone has claimed it and before its deadline. It is no withdrawal. */
export const recall = procedure(entryContract.recall, entryOf, async (call, input, head) => {
  await insistVersion(call, head, input.version, 'ENTRY_STALE');
  return moveEntry(call, head, { command: 'recall' });
});

/** Leaves the contest for good. */
export const withdraw = procedure(entryContract.withdraw, entryOf, async (call, input, head) => {
  await insistVersion(call, head, input.version, 'ENTRY_STALE');
  const reason = input.reason.trim();
  const moved = await moveEntry(call, head, { command: 'withdraw', ...(reason !== '' && { reason }) });
  // It cannot come back, so nobody needs these any more (PIPL art. 47).
  await forgetSealed(call.db, [head.entryId], call.now);
  return moved;
});
