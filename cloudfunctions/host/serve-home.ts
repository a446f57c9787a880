import { areas } from '../core/areas';
import type { CallCounter } from '../core/platform/call-rate';
import type { StreamingHome } from '../core/rpc/home';
import { makeServe } from '../core/rpc/serve';
import { pagesFolder } from './build-pages';
import { makeHttpApp } from './http/http-app';
import { drain, listen } from './listen';
import type { Settings } from './settings';

const drainMs = 5_000;

export type Serving = {
  address: string;
  /** No new calls; those under way are answered. */
  stop(): Promise<void>;
};

/**
 * Answers calls, files and pages in this process, at the address that the settings name.
 * @param root the project's folder
 * Throws WrongSetting when its port is taken.
 */
export async function serveHome(
  home: StreamingHome,
  settings: Pick<Settings, 'host' | 'port' | 'proxies' | 'staffNetworks' | 'wechatPush'>,
  root: string,
  moveClock: (to: number | null) => Promise<void>,
  counter?: CallCounter,
): Promise<Serving> {
  const serve = makeServe(home, areas, counter);
  const { proxies, staffNetworks, wechatPush } = settings;
  const app = makeHttpApp({
    home,
    serve,
    areas,
    moveClock,
    pages: pagesFolder(root),
    proxies,
    staffNetworks,
    wechatPush,
  });
  const { server, address } = await listen(app, settings.host, settings.port);
  return {
    address,
    async stop() {
      await drain(server, drainMs);
      await serve.settle();
    },
  };
}
