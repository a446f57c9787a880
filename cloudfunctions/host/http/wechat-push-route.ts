import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { AnyArea } from '../../core/line/area';
import { isOfWechat, openPushed, type PushKeys } from '../../core/platform/wechat/pushed-message';
import { hearWechat } from '../../core/rights/hear-wechat';
import type { Home } from '../../core/rpc/home';
import { parseJson, readBody } from './body';

type Served = { Bindings: { incoming: IncomingMessage } };

/** A message of WeChat's is a few hundred bytes. */
const largest = 16 * 1024;

/** Where WeChat asks once whether the address is ours (GET), and pushes what became of permissions (POST). What is not WeChat's is answered 403. */
export const wechatPushRoute =
  (home: Home, areas: readonly AnyArea[], keys: PushKeys) => async (c: Context<Served>) => {
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
    // Whoever does not know the token is not read at all, and nobody more than a message is long.
    if (!isOfWechat(keys, query)) return c.text('', 403);
    const text = await readBody(c.env.incoming, largest).catch(() => '');
    const message = openPushed(keys, query, parseJson(text));
    if (message === null) return c.text('', 403);
    await hearWechat(home, areas, message);
    return c.text('success');
  };
