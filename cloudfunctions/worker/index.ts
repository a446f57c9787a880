/**
 * The cloud function `worker`: its timer fires every minute, now and then twice, and does whatever is due. WeChat pushes to it what became of
 * people's permissions (console: 消息推送, 云函数), as `{ MsgType: 'event', Event, OpenID, … }`.
 */
import { areas } from '../core/areas';
import { makeTick } from '../core/line/tick';
import { hearWechat } from '../core/rights/hear-wechat';
import { openidOfCall } from '../core/rpc/cloud-caller';
import { demandFittingDatabase, openCloudHome } from '../core/rpc/cloud-home';
import type { Home } from '../core/rpc/home';

type Opened = { home: Home; tick(): Promise<void> };
let opened: Opened | null = null;

export async function main(
  event: unknown,
  context: { callbackWaitsForEmptyEventLoop?: boolean; environment?: unknown } | undefined,
): Promise<{ ok: boolean } | 'success'> {
  // A timer is nobody; a person has no business here. The function's rule keeps them out already (config/function-rules.json).
  const openid = openidOfCall(context, process.env);
  if (context) context.callbackWaitsForEmptyEventLoop = false;
  if (isPushed(event)) {
    // Of a push the platform may say whom it concerns. Whoever came by here in spite of the rule speaks of nobody else.
    if (openid !== null && openid !== event.OpenID) return { ok: false };
    opened ??= await open();
    await hearWechat(opened.home, areas, event);
    return 'success';
  }
  if (openid !== null) return { ok: false };
  opened ??= await open();
  await opened.tick();
  return { ok: true };
}

const isPushed = (event: unknown): event is { OpenID?: unknown } =>
  typeof event === 'object' && event !== null && 'MsgType' in event;

async function open(): Promise<Opened> {
  const home = openCloudHome(process.env);
  try {
    await demandFittingDatabase(home);
  } catch (error) {
    await home.db.destroy();
    throw error;
  }
  return { home, tick: makeTick(home, areas) };
}
