import type { RequestListener } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { fileOwnersOf } from '../../core/files/file-owner';
import type { AnyArea } from '../../core/line/area';
import { faultOf } from '../../core/platform/log/fault';
import type { PushKeys } from '../../core/platform/wechat/pushed-message';
import type { StreamingHome } from '../../core/rpc/home';
import type { Serve } from '../../core/rpc/serve';
import type { StaffNetwork } from '../staff-networks';
import { apiRoute, askedProcedure } from './api-route';
import { clockRoute } from './clock-route';
import { openFileRoute } from './open-file-route';
import { ownNameOnly } from './own-name-only';
import { failedReply, refusalReply, reply } from './reply';
import { safeguardsOf } from './safeguards';
import { staticRoute } from './static-route';
import { uploadRoute } from './upload-route';
import { wechatPushRoute } from './wechat-push-route';

export type HttpParts = {
  home: StreamingHome;
  serve: Serve;
  areas: readonly AnyArea[];
  /** Moves the demo's clock, null: to real time, and does what has become due. */
  moveClock(to: number | null): Promise<void>;
  /** The built H5 app's folder. */
  pages: string;
  /** By what WeChat's pushes are known; null: none are taken. */
  wechatPush?: PushKeys | null;
  /** How many proxies of our own stand in front; none unless told. */
  proxies?: number;
  /** The networks from which staff may work on the web; null: any. */
  staffNetworks?: readonly StaffNetwork[] | null;
};

/** Everything that the host answers on its one port. */
export function makeHttpApp(parts: HttpParts): RequestListener {
  const api = apiRoute(parts);
  const others = getRequestListener(otherRoutes(parts).fetch, { overrideGlobalObjects: false });
  return (incoming, outgoing) => {
    const path = askedProcedure(incoming);
    void (path === null ? others(incoming, outgoing) : api(path, incoming, outgoing));
  };
}

function otherRoutes(parts: HttpParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const safeguards = Object.entries(safeguardsOf(parts.home.mode));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of safeguards) c.res.headers.set(name, value);
  });
  if (parts.home.mode !== 'production') app.use(ownNameOnly);
  if (parts.home.mode === 'demo') app.post('/_demo/clock', clockRoute(parts));
  app.post('/files/:uploadId', uploadRoute(parts.home, fileOwnersOf(parts.areas)));
  app.get('/files/:token', openFileRoute(parts.home));
  if (parts.wechatPush) app.all('/wechat/push', wechatPushRoute(parts.home, parts.areas, parts.wechatPush));
  for (const path of ['/api/*', '/_demo/*', '/files/*']) {
    app.all(path, (c) => reply(c, refusalReply(404, 'NOT_FOUND', '没有找到，可能已被删除')));
  }
  app.get('*', staticRoute(parts.pages));
  app.onError((error, c) => {
    // The path may hold a file's signed address.
    parts.home.log.error({ path: c.req.routePath, error: faultOf(error) }, 'a request failed');
    return reply(c, failedReply);
  });
  return app;
}
