import { shanghaiDate } from '@shared/kernel/shanghai';
import { rightsContract } from '@shared/rights/contract';
import { isTerm, lengthProblem } from '@shared/rights/retention-terms';
import { audit } from '../platform/audit/audit';
import { sayTerm as say } from '../platform/retention/terms';
import { me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import type { Registry } from './registry';
import { retentionView } from './retention-view';

export const makeTerms = (registry: Registry) => ({
  retention: procedure(rightsContract.retention, noSubject, (call) => retentionView(call, registry)),

  /** A word on a term, within the law's bounds and not for days that are over. Whatever forgets reads it from its first day. */
  sayTerm: procedure(rightsContract.sayTerm, noSubject, async (call, { name, length, docNo, from, why }) => {
    if (!isTerm(name)) throw new Refused('RIGHTS_NO_SUCH_TERM');
    const problem = lengthProblem(name, length);
    const late = from < shanghaiDate(call.now) ? '不能早于今天：已经保存的内容按当时的期限' : null;
    if (problem !== null || late !== null)
      throw new Refused('RIGHTS_TERM_WRONG', undefined, {
        ...(problem && { length: problem }),
        ...(late && { from: late }),
      });
    await say(call.db, { name, length, docNo, from, why, by: me(call), now: call.now });
    await audit(call, 'retention:terms', 'rights/sayTerm', { name, length, from });
    return retentionView(call, registry);
  }),
});
