import type { HttpBindings } from '@hono/node-server';
import { fromRfc3339, toShanghai } from '@shared/kernel/shanghai';
import type { Context } from 'hono';
import type { Home } from '../../core/rpc/home';
import { parseJson, readBody } from './body';
import { refusalReply, reply } from './reply';

/**
 * `POST /_demo/clock {"now": "<RFC 3339>" | null}`: moves the demo's clock, or gives real time back, and does what has become due before it
 * answers the new now.
 */
export function clockRoute({ home, moveClock }: { home: Home; moveClock(to: number | null): Promise<void> }) {
  return async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const body = parseJson(await readBody(c.env.incoming, 1024).catch(() => '?'));
    const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined;
    const to = typeof now === 'string' ? fromRfc3339(now) : null;
    if (now !== null && to === null) {
      return reply(c, refusalReply(400, 'MALFORMED', '时间格式应如 2026-10-15T09:00:00+08:00，或为 null'));
    }
    await moveClock(to);
    return reply(c, { status: 200, body: { ok: true, data: { now: toShanghai(home.now()) } } });
  };
}
