import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Reply } from '../../core/rpc/envelope';

/** Answers an envelope with its status; nothing of it is kept by any cache. */
export function reply(c: Context, { status, body, text, retryAfter }: Reply): Response {
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
  c.header('Cache-Control', 'no-store');
  if (text === undefined) return c.json(body, status as ContentfulStatusCode);
  c.header('Content-Type', 'application/json');
  return c.body(text, status as ContentfulStatusCode);
}

/** A refusal by the door itself, in the same envelope as the server's own. */
export const refusalReply = (status: number, code: string, message: string): Reply => ({
  status,
  body: { ok: false, error: { code, message } },
});
