import { shanghaiDate } from '@shared/kernel/shanghai';
import { rightsContract } from '@shared/rights/contract';
import { audit } from '../platform/audit/audit';
import { emit } from '../platform/outbox';
import { closingsOf, keepClosing } from '../platform/retention/closings';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { closable, countConcerned, wordsOf } from './closings';
import type { Registry } from './registry';
import { retentionView } from './retention-view';

async function placeOf(call: Call, registry: Registry, scope: string) {
  const place = (await closable(call, registry)).find((each) => each.scope === scope);
  if (!place) throw new Refused('RIGHTS_NO_SUCH_SCOPE');
  return place;
}

export const makeClosings = (registry: Registry) => ({
  closings: procedure(rightsContract.closings, noSubject, async (call) => {
    const [told, places] = [await closingsOf(call.db), await closable(call, registry)];
    const today = shanghaiDate(call.now);
    return {
      closings: told.map(({ scope, closesOn }) => ({
        scope,
        whatZh: places.find((place) => place.scope === scope)?.whatZh ?? '',
        closesOn,
        stopped: closesOn <= today,
      })),
    };
  }),

  previewClosing: procedure(rightsContract.previewClosing, noSubject, async (call, { scope }) => {
    const place = await placeOf(call, registry, scope);
    return {
      ...place,
      closesOn: null,
      note: '',
      ...(await wordsOf(call, registry, scope)),
      concerned: await countConcerned(call, registry, scope),
    };
  }),

  /** Told once, whoever asks twice: the database keeps one row of each. */
  announceClosing: procedure(rightsContract.announceClosing, noSubject, async (call, { scope, closesOn, note }) => {
    const place = await placeOf(call, registry, scope);
    if (closesOn < shanghaiDate(call.now))
      throw new Refused('RIGHTS_CLOSING_DATE', undefined, { closesOn: '停止日期不能早于今天' });
    const told = await countConcerned(call, registry, scope);
    const id = call.newId();
    const first = await keepClosing(call.db, { id, scope, closesOn, note, told, by: me(call), now: call.now });
    if (!first) throw new Refused('RIGHTS_CLOSED_ALREADY');
    await emit(call, 'service.closing', `closing:${id}`, { ...place, closesOn });
    await audit(call, `closing:${id}`, 'rights/announceClosing', { scope, closesOn, told });
    return retentionView(call, registry);
  }),
});
