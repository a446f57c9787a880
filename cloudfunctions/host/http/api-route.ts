import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Credential } from '../../core/platform/identity';
import type { Home } from '../../core/rpc/home';
import { Refused } from '../../core/rpc/refused';
import type { Serve } from '../../core/rpc/serve';
import { parseJson, readBody } from './body';
import { callerOf } from './caller';
import { keepFilesCookie } from './files-cookie';
import { reply } from './reply';

type C = Context<{ Bindings: HttpBindings }>;

/**
 * `POST /api/<area>/<procedure>`. Who calls is told by the session alone: headers such as `x-wx-openid` can be forged by
 * anyone outside WeChat's own gateway and are never read.
 */
export function apiRoute({ home, serve, proxies = 0 }: { home: Home; serve: Serve; proxies?: number }) {
  return async (c: C): Promise<Response> => {
    const path = `${c.req.param('area')}/${c.req.param('procedure')}`;
    const credential = sessionOf(c.req.header('authorization'));
    const answer = await serve({
      path,
      async read(maxBytes) {
        const input = parseJson(await readBody(c.env.incoming, maxBytes));
        if (input === undefined) throw new Refused('MALFORMED', '操作没有成功，请刷新后重试');
        return input;
      },
      key: c.req.header('idempotency-key') ?? null,
      credential,
      caller: callerOf(c.env.incoming, proxies),
    });
    if (answer.body.ok) keepFilesCookie(c, home, path, credential, answer.body.data);
    // A body that comes too slowly, or was not wanted, is not waited for.
    if (!c.env.incoming.complete) c.header('Connection', 'close');
    return reply(c, answer);
  };
}

/** The session in an Authorization header. */
export function sessionOf(header: string | undefined): Credential {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(header ?? '')?.[1];
  return token === undefined ? { kind: 'none' } : { kind: 'session', token };
}
