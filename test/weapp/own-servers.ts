import { join } from 'node:path';
import { fixedNow } from '../support/fixed-clock';
import { type Product, startProduct } from '../support/product';
import { openWechatServer, type WechatServer } from '../support/wechat/wechat-server';
import { type Behind, fetched, type HttpAnswer } from './host/device';

/** The same sources, built for servers of one's own at this address (tools/test.ts). */
export const builtForServers = process.env.XINGHUO_WEAPP_SERVER ?? join(__dirname, '../../dist/weapp-server');
const builtFor = 'https://xinghuo.test';

export type OwnServers = {
  product: Product;
  wechat: WechatServer;
  /** What stands behind the phone of whoever has this openid: the network, where a name leads to this machine. */
  behind(openid: string): Behind;
  close(): Promise<void>;
};

/** The product in production mode as a government's own server runs it, and WeChat's server interface beside it. */
export async function openOwnServers(): Promise<OwnServers> {
  const wechat = await openWechatServer(() => fixedNow);
  const product = await startProduct({ seed: 'basics', mode: 'production', pages: false, wechat });
  /** WeChat lets an app reach the domains only that its operator has named. */
  const reached = (url: string): string => {
    if (!url.startsWith(`${builtFor}/`)) throw new Error('url not in domain list');
    return `${product.address}${url.slice(builtFor.length)}`;
  };
  const ask = async (url: string, init: RequestInit): Promise<HttpAnswer> => {
    const response = await fetch(reached(url), init);
    const text = await response.text();
    try {
      return { statusCode: response.status, data: JSON.parse(text) };
    } catch {
      return { statusCode: response.status, data: text };
    }
  };
  return {
    product,
    wechat,
    behind: (openid) => ({
      login: () => wechat.loginCode(openid),
      request: ({ url, method, data, header }) => ask(url, { method, headers: header, body: JSON.stringify(data) }),
      uploadForm(url, { name, bytes }, fields) {
        const form = new FormData();
        for (const [field, value] of Object.entries(fields)) form.append(field, value);
        form.append('file', new Blob([new Uint8Array(bytes)]), name);
        return ask(url, { method: 'POST', body: form });
      },
      download: async (url, header) => fetched(await fetch(reached(url), { headers: header })),
    }),
    async close() {
      await product.close();
      await wechat.close();
    },
  };
}
