import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { faultOf } from '../../core/platform/log/fault';
import type { StreamingHome } from '../../core/rpc/home';
import type { Serve } from '../../core/rpc/serve';
import type { Clock } from '../clock';
import { apiRoute } from './api-route';
import { clockRoute } from './clock-route';
import { openFileRoute } from './open-file-route';
import { ownNameOnly } from './own-name-only';
import { refusalReply, reply } from './reply';
import { staticRoute } from './static-route';
import { uploadRoute } from './upload-route';

export type HttpApp = Hono<{ Bindings: HttpBindings }>;

export type HttpParts = {
  home: StreamingHome;
  serve: Serve;
  clock: Clock;
  /** Runs everything due; after the clock was moved. */
  tick(): Promise<void>;
  /** The built H5 app's folder. */
  pages: string;
  /** How many proxies of our own stand in front; none unless told. */
  proxies?: number;
};

/** What every answer tells the browser: it uses nothing of the device by itself, and no other site may draw what is ours into its own. */
const safeguards = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Everything that the host answers on its one port. */
export function makeHttpApp(parts: HttpParts): HttpApp {
  const app: HttpApp = new Hono();
  const production = parts.home.mode === 'production';
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(safeguards)) c.res.headers.set(name, value);
    // Browsers heed it over HTTPS alone, which a production host stands behind.
    if (production) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  });
  if (!production) app.use(ownNameOnly);
  app.post('/api/:area/:procedure', apiRoute(parts));
  if (parts.home.mode === 'demo') app.post('/_demo/clock', clockRoute(parts));
  app.post('/files/:uploadId', uploadRoute(parts.home));
  app.get('/files/:token', openFileRoute(parts.home));
  for (const path of ['/api/*', '/_demo/*', '/files/*']) {
    app.all(path, (c) => reply(c, refusalReply(404, 'NOT_FOUND', '没有找到，可能已被删除')));
  }
  app.get('*', staticRoute(parts.pages));
  app.onError((error, c) => {
    // The path may hold a file's signed address.
    parts.home.log.error({ path: c.req.routePath, error: faultOf(error) }, 'a request failed');
    return reply(c, refusalReply(500, 'INTERNAL', '系统出错，已自动记录。请不要关闭本页，稍后重试'));
  });
  return app;
}
