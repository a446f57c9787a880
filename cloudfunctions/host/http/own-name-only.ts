import { isIP } from 'node:net';
import type { Context, Next } from 'hono';
import { refusalReply, reply } from './reply';

/**
 * The demo lets anyone sign in as anybody, which is harmless on a machine of one's own. A page of another site could reach it all the same by a
 * name of its own that it points here (DNS rebinding): such a page sends its own name as Host. An address, or `localhost`, cannot be pointed
 * elsewhere.
 */
export async function ownNameOnly(c: Context, next: Next): Promise<Response | undefined> {
  if (isOwnName(c.req.header('host'))) {
    await next();
    return undefined;
  }
  return reply(c, notOwnName);
}

export const notOwnName = refusalReply(403, 'HOST_REFUSED', '演示环境只能用本机地址打开，例如 http://127.0.0.1:8600');

/** Is this Host header an address, or `localhost`? */
export function isOwnName(host = ''): boolean {
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return name === 'localhost' || isIP(name) !== 0;
}
