import { type Purpose, purposes } from '@shared/telling/templates';
import { faultOf } from '../../platform/log/fault';
import type { Reminded } from '../../platform/wechat/reminder';
import type { Wechat } from '../../platform/wechat/wechat';
import type { Home } from '../../rpc/home';
import { type Claimed, claim, endLostSendings } from './claim';
import { conclude } from './conclude';

/**
 * Sends to phones what waits for them. Any number of workers may: each claims its own, of one person one at a time, since WeChat refuses two
 * at once. WeChat is asked outside every transaction; what it said is written as it comes, so that a worker that is killed leaves in the
 * dark only what it was just sending, and that is never sent again by itself.
 * @returns how many were sent
 */
export async function sendWaiting(home: Home, stopping?: AbortSignal): Promise<number> {
  const { wechat } = home;
  if (wechat === null) return 0;
  await endLostSendings(home.db, home.now());
  let sent = 0;
  while (!stopping?.aborted) {
    const claimed = await claim(home.db, home.now());
    if (claimed.length === 0) break;
    const outcomes = await Promise.all(
      claimed.map(async (message): Promise<number> => {
        const outcome = await send(home, wechat, message);
        await conclude(home, message, outcome);
        return outcome.kind === 'sent' ? 1 : 0;
      }),
    );
    sent += outcomes.reduce((all, n) => all + n, 0);
  }
  return sent;
}

async function send(home: Home, wechat: Wechat, { openid, purpose, link, fields }: Claimed): Promise<Reminded> {
  const templateId = home.templateIds[purposes[purpose as Purpose]?.template];
  // Nothing is asked: the one is the installation's to mend, the other has no phone.
  if (templateId === undefined || openid === null) return { kind: 'refused', code: null };
  try {
    return await wechat.remind({ openid, templateId, page: link, fields });
  } catch (error) {
    home.log.error({ error: faultOf(error) }, 'a message for a phone could not be sent');
    return { kind: 'unknown' };
  }
}
