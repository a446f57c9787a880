import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Credential } from '../../core/platform/identity';
import { faultOf } from '../../core/platform/log/fault';
import type { Home } from '../../core/rpc/home';
import { Refused } from '../../core/rpc/refused';
import type { Serve } from '../../core/rpc/serve';
import { networkWith, placeWords, type StaffNetwork } from '../staff-networks';
import { parseJson, readBody } from './body';
import { addressOf, callerAt } from './caller';
import { filesCookie } from './files-cookie';
import { isOwnName, notOwnName } from './own-name-only';
import { failedReply, send } from './reply';
import { safeguardsOf } from './safeguards';

const address = /^(?:https?:\/\/[^/]*)?\/api\/([^/?#]+\/[^/?#]+)(?:[?#]|$)/i;

/** The procedure that a request asks for, as `<area>/<procedure>`; null when it is none to `POST /api/<area>/<procedure>`. */
export const askedProcedure = (incoming: IncomingMessage): string | null =>
  incoming.method === 'POST' ? (address.exec(incoming.url ?? '')?.[1] ?? null) : null;

type ApiParts = {
  home: Home;
  serve: Serve;
  proxies?: number;
  /** The networks from which staff may work on the web; null: any. */
  staffNetworks?: readonly StaffNetwork[] | null;
};

/**
 * `POST /api/<area>/<procedure>`. Who calls is told by the session alone: headers such as `x-wx-openid` can be forged by
 * anyone outside WeChat's own gateway and are never read. It answers on Node's own request and response: the web's objects around them
 * cost more than a call that is told from memory.
 */
export function apiRoute({ home, serve, proxies = 0, staffNetworks = null }: ApiParts) {
  const safeguards = safeguardsOf(home.mode);
  const ownNameOnly = home.mode !== 'production';

  return async (path: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const headers: Record<string, string> = { ...safeguards };
    try {
      if (ownNameOnly && !isOwnName(incoming.headers.host)) return send(outgoing, notOwnName, headers);
      const from = addressOf(incoming, proxies);
      const outside = staffNetworks !== null && networkWith(staffNetworks, from) === null;
      const asked = sessionOf(incoming.headers.authorization);
      const credential: Credential = asked.kind === 'session' ? { ...asked, outside } : asked;
      const answer = await serve({
        path,
        async read(maxBytes) {
          const input = parseJson(await readBody(incoming, maxBytes));
          if (input === undefined) throw new Refused('MALFORMED', '操作没有成功，请刷新后重试');
          return input;
        },
        key: keyOf(incoming.headers['idempotency-key']),
        credential,
        caller: callerAt(from),
        place: placeWords(staffNetworks ?? [], from),
      });
      const cookie = answer.body.ok ? filesCookie(home, path, credential, answer.body.data) : null;
      if (cookie !== null) headers['Set-Cookie'] = cookie;
      // A body that comes too slowly, or was not wanted, is not waited for.
      if (!incoming.complete) headers.Connection = 'close';
      send(outgoing, answer, headers);
    } catch (error) {
      home.log.error({ path: '/api', error: faultOf(error) }, 'a request failed');
      if (!outgoing.headersSent) send(outgoing, failedReply, headers);
      else outgoing.destroy();
    }
  };
}

const keyOf = (header: string | string[] | undefined): string | null => (typeof header === 'string' ? header : null);

/** The session in an Authorization header. */
export function sessionOf(header: string | undefined): Credential {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(header ?? '')?.[1];
  return token === undefined ? { kind: 'none' } : { kind: 'session', token };
}
