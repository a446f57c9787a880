import { sweep } from '../../cases/sweep';
import { entryNoun } from '../../entry/moves';
import { entryHeads } from '../../entry/queries';
import type { Home } from '../../rpc/home';

/**
 * Ends returned entries whose last day for the correction is over.
 * @returns how many entries it ended
 */
export const expireOverdue = (home: Home): Promise<number> =>
  sweep(home, entryNoun, { command: 'expire', due: 'correction_due_at', load: entryHeads });
