import { entryContract } from '@shared/entry/contract';
import { move } from '../../cases/move';
import { sentTexts } from '../../people/moves';
import { procedure } from '../../rpc/procedure';
import { forgetSealed } from '../form/forget-sealed';
import { entryNoun } from '../moves';
import { recallSearch } from '../search/keep-search';
import { entryOf } from '../subjects';

/** Takes a submission back to change it, before anyone has claimed it and before its deadline. It is no withdrawal. */
export const recall = procedure(entryContract.recall, entryOf, (call, { version }, head) =>
  move(call, entryNoun, head, { command: 'recall', version }, async () => {
    await recallSearch(call, head);
    await sentTexts(call, head.entryId, false);
    return {};
  }),
);

/** Leaves the contest for good. */
export const withdraw = procedure(entryContract.withdraw, entryOf, (call, { version, reason }, head) =>
  move(call, entryNoun, head, { command: 'withdraw', version, input: { reason } }, async () => {
    // It cannot come back, so nobody needs these any more (PIPL art. 47).
    await forgetSealed(call.db, [head.entryId], call.now);
    return {};
  }),
);
