import { entryContract } from '@shared/entry/contract';
import { audit } from '../../platform/audit/audit';
import { procedure } from '../../rpc/procedure';
import { entryOf } from '../subjects';
import { viewEntry } from './present-entry';

/** The whole entry as its team sees it. */
export const get = procedure(entryContract.get, entryOf, (call, _input, head) => viewEntry(call, head));

/** The team of a draft has read what changed in the rules; they are not told of it again. Nothing else changes by it. */
export const takeRules = procedure(entryContract.takeRules, entryOf, async (call, _input, head) => {
  if (head.knownVersion < head.rulesVersion) {
    await call.db
      .updateTable('entry')
      .set({ blueprint_version: head.rulesVersion })
      .where('id', '=', head.entryId)
      .execute();
    await audit(call, `entry:${head.entryId}`, 'entry/takeRules', { from: head.knownVersion, to: head.rulesVersion });
  }
  return viewEntry(call, { ...head, knownVersion: head.rulesVersion });
});
