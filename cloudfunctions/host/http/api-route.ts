import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Home } from '../../core/home';
import type { Credential } from '../../core/platform/identity';
import type { Serve } from '../../core/serve';
import { parseJson, readBody } from './body';
import { callerOf } from './caller';
import { keepFilesCookie } from './files-cookie';
import { refusalReply, reply } from './reply';

type C = Context<{ Bindings: HttpBindings }>;

/** The same limit in all three homes: WeChat carries 100 KB into a function (platform §1). */
export const maxBodyBytes = 90 * 1024;

/**
 * `POST /api/<area>/<procedure>`. Who calls is told by the session alone: headers such as `x-wx-openid` can be forged by
 * anyone outside WeChat's own gateway and are never read.
 */
export function apiRoute({ home, serve, proxies = 0 }: { home: Home; serve: Serve; proxies?: number }) {
  return async (c: C): Promise<Response> => {
    const text = await readBody(c.env.incoming, maxBodyBytes);
    if (text === null) return reply(c, refusalReply(413, 'TOO_LARGE', '提交的内容太大，请精简后重试'));
    const input = parseJson(text);
    if (input === undefined) return reply(c, refusalReply(400, 'MALFORMED', '请求格式有误，请刷新后重试'));
    const path = `${c.req.param('area')}/${c.req.param('procedure')}`;
    const credential = sessionOf(c.req.header('authorization'));
    const answer = await serve({
      path,
      input,
      key: c.req.header('idempotency-key') ?? null,
      credential,
      caller: callerOf(c.env.incoming, proxies),
    });
    if (answer.body.ok) keepFilesCookie(c, home, path, credential, answer.body.data);
    return reply(c, answer);
  };
}

/** The session in an Authorization header. */
export function sessionOf(header: string | undefined): Credential {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(header ?? '')?.[1];
  return token === undefined ? { kind: 'none' } : { kind: 'session', token };
}
