import { peopleContract } from '@shared/people/contract';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { codeOf } from './code-rows';

/** Makes a code void; of one that is so already nothing changes. */
export const voidGrantCode = procedure(peopleContract.voidGrantCode, codeOf, async (call, { codeId }, { row }) => {
  if (row.voided_at === null) {
    await call.db
      .updateTable('grant_code')
      .set({ voided_at: at(call.now), voided_by: me(call) })
      .where('id', '=', codeId)
      .execute();
    await audit(call, `grantCode:${codeId}`, 'people/voidGrantCode', { used: row.used });
  }
  return { ok: true as const };
});
