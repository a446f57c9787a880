import { createServer, type RequestListener, type Server } from 'node:http';
import { errorCode } from './postgres/error-code';
import { WrongSetting } from './settings';

const firstPort = 8600;
const portsTried = 50;

/**
 * Listens on the wanted port (0: any), or, without one, on 8600 or the next that is free. Answers the server and its address.
 * Throws WrongSetting when the wanted port is taken.
 */
export async function listen(
  app: RequestListener,
  host: string,
  wanted: number | null,
): Promise<{ server: Server; address: string }> {
  const server = createServer(app);
  // Uploads of 50 MB over a weak phone line take longer than Node's five minutes.
  server.requestTimeout = 30 * 60_000;
  // Whoever only opens connections, or spells a header letter by letter, holds none of them for long; bodies of `/api` have limits of their own.
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 10_000;
  server.maxHeadersCount = 100;
  for (let port = wanted ?? firstPort; ; port += 1) {
    if (await bind(server, host, port)) return { server, address: addressOf(server) };
    if (wanted !== null) throw new WrongSetting(`端口 ${port} 已被占用。请用 XINGHUO_PORT 换一个端口。`);
    if (port === firstPort + portsTried)
      throw new WrongSetting(`端口 ${firstPort} 到 ${port} 都被占用。请用 XINGHUO_PORT 指定。`);
  }
}

function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no address.');
  return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
}

function bind(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      if (errorCode(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, host, () => {
      server.removeListener('error', failed);
      resolve(true);
    });
  });
}

/** No new requests; those under way may end within `patienceMs`, then their connections are cut. */
export async function drain(server: Server, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(cut);
}
