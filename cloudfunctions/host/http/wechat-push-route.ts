import type { Context } from 'hono';
import { isOfWechat, openPushed, type PushKeys } from '../../core/platform/wechat/pushed-message';
import { hearWechat } from '../../core/rights/hear-wechat';
import type { AnyArea } from '../../core/rpc/area';
import type { Home } from '../../core/rpc/home';

/** A message of WeChat's is a few hundred bytes. */
const largest = 16 * 1024;

/** Where WeChat asks once whether the address is ours (GET), and pushes what became of permissions (POST). What is not WeChat's is answered 403. */
export const wechatPushRoute = (home: Home, areas: readonly AnyArea[], keys: PushKeys) => async (c: Context) => {
  const asked = (name: string) => c.req.query(name) ?? '';
  const query = {
    signature: asked('signature'),
    msgSignature: asked('msg_signature'),
    timestamp: asked('timestamp'),
    nonce: asked('nonce'),
  };
  if (c.req.method === 'GET') {
    return isOfWechat(keys, query) ? c.text(asked('echostr').slice(0, 100)) : c.text('', 403);
  }
  const text = await c.req.text();
  const message = text.length > largest ? null : openPushed(keys, query, parsed(text));
  if (message === null) return c.text('', 403);
  await hearWechat(home, areas, message);
  return c.text('success');
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
