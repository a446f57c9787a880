import { goingBy, readWechatWord } from '@shared/rights/wechat-word';
import type { AnyArea } from '../line/area';
import { dropName, dropPhone, knownBy } from '../people/moves';
import { audit } from '../platform/audit/audit';
import { type Call, inTheNameOf, makeCall } from '../rpc/call';
import type { Home } from '../rpc/home';
import { closeAccount } from './leave';
import { hindrances, type Registry } from './registry';
import { registryOf } from './registry-of';

/**
 * Does what WeChat tells of somebody (platform §9): a number or a name that they take back goes, and of who has closed their WeChat account
 * everything, as if they had asked for it here. Told again it changes nothing; of whom nobody knows nothing is done.
 * @param message as it was pushed, already known to be WeChat's
 * @returns whether it was one of these messages
 */
export async function hearWechat(home: Home, areas: readonly AnyArea[], message: unknown): Promise<boolean> {
  const word = readWechatWord(message);
  if (word === null) return false;
  const registry = registryOf(areas);
  const now = home.now();
  await home.db.transaction().execute(async (tx) => {
    const personId = await knownBy(tx, word.openid);
    if (personId === null) return;
    const call = await inTheNameOf(makeCall(home, tx, null, now), personId);
    for (const going of goingBy(word)) {
      if (going === 'phone') await dropPhone(call);
      if (going === 'name') await dropName(call);
      if (going === 'account') await endAccount(call, registry);
    }
    await audit(call, `person:${personId}`, 'rights/hearWechat', { event: word.event, revoked: [...word.revoked] });
  });
  return true;
}

/** The last official of the city, and who holds work in their hands, stays reachable for colleagues: what WeChat told of them goes. */
async function endAccount(call: Call, registry: Registry): Promise<void> {
  if ((await hindrances(call, registry)).length === 0) return closeAccount(call, registry);
  await dropPhone(call);
}
