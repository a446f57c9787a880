import type { ServerResponse } from 'node:http';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Reply } from '../../core/rpc/envelope';

/** Answers an envelope with its status; nothing of it is kept by any cache. */
export function reply(c: Context, { status, body, retryAfter }: Reply): Response {
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
  c.header('Cache-Control', 'no-store');
  return c.json(body, status as ContentfulStatusCode);
}

/** The same on Node's own response, with further headers. */
export function send(
  outgoing: ServerResponse,
  { status, body, bytes, retryAfter }: Reply,
  headers: Readonly<Record<string, string>>,
): void {
  const told = bytes ?? Buffer.from(JSON.stringify(body));
  outgoing.writeHead(status, {
    ...headers,
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json',
    'Content-Length': told.length,
  });
  outgoing.end(told);
}

/** A refusal by the door itself, in the same envelope as the server's own. */
export const refusalReply = (status: number, code: string, message: string): Reply => ({
  status,
  body: { ok: false, error: { code, message } },
});

/** What is answered where a request itself failed; its cause stands in the log. */
export const failedReply = refusalReply(500, 'INTERNAL', '系统出错，已自动记录。请不要关闭本页，稍后重试');
