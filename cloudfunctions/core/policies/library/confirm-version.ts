import { shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import { standingOn } from '@shared/policies/policy';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { lockPolicy } from './publish';
import { policyVersions, presentHistory } from './show';
import { markOfRow, versionsOfCode } from './version-rows';

/** An official gives a demonstration its document: from then on it takes applications in production too. */
export const confirmVersion = procedure(
  policiesContract.confirmVersion,
  policyVersions,
  async (call, { code, version, docNo }) => {
    await lockPolicy(call, code);
    const row = (await versionsOfCode(call.db, code)).find((each) => each.version === version);
    if (row === undefined) throw new Refused('NOT_FOUND');
    if (markOfRow(row) !== 'demonstration') throw new Refused('POLICIES_CONFIRMED');
    if (standingOn(row, shanghaiDate(call.now)) === 'expired') throw new Refused('POLICIES_EXPIRED');
    await call.db
      .updateTable('policy_version')
      .set({ confirmed_doc_no: docNo, confirmed_by: me(call), confirmed_at: at(call.now) })
      .where('code', '=', code)
      .where('version', '=', version)
      .execute();
    await audit(call, `policy:${code}`, 'policies/confirmVersion', { version });
    return presentHistory(call, code, await versionsOfCode(call.db, code));
  },
);
