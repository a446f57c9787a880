import { Readable } from 'node:stream';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { openedFile } from '../../core/files/opened-file';
import { deriveKey } from '../../core/platform/crypto/derive-key';
import { resolveActor } from '../../core/platform/identity';
import { contentTypes } from '../../core/platform/storage/formats/content-types';
import { type AddressVerdict, everyone, verifyAddress } from '../../core/platform/storage/signed-address';
import type { Home, StreamingHome } from '../../core/rpc/home';
import { fileAddressPurpose } from '../open-home';
import { sessionOf } from './api-route';
import { byteRange } from './byte-range';
import { contentDisposition, contentPolicy } from './file-headers';
import { sessionInCookie } from './files-cookie';
import { refusalReply, reply } from './reply';

/**
 * `GET /files/<token>`: an accepted file, whole or in part, for the one person that the address was signed for, until its time. The address
 * alone opens nothing: the session, in the header or the cookie, must be that person's. What is there for everybody needs none.
 */
export function openFileRoute(home: StreamingHome) {
  return async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const now = home.now();
    const verdict = verify(home, c.req.param('token') ?? '', now);
    if (!verdict.ok) return reply(c, refusalReply(403, verdict.code, verdict.message));
    const stranger = verdict.personId === everyone ? null : await strangerTo(home, c, verdict.personId, now);
    if (stranger !== null) return stranger;
    const file = await openedFile(home.db, verdict.uploadId);
    if (file === null) return reply(c, refusalReply(404, 'NOT_FOUND', '没有找到，可能已被删除'));

    const range = byteRange(c.req.header('range'), file.size);
    c.header('Accept-Ranges', 'bytes');
    c.header('Cache-Control', 'no-store');
    if (range === 'unsatisfiable') {
      c.header('Content-Range', `bytes */${file.size}`);
      return c.body(null, 416);
    }
    c.header('Content-Type', contentTypes[file.kind]);
    c.header('Content-Disposition', contentDisposition(file.kind, file.name));
    c.header('Content-Security-Policy', contentPolicy(file.kind));
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    c.header('Content-Length', String(end - start + 1));
    if (range) c.header('Content-Range', `bytes ${start}-${end}/${file.size}`);
    const status = range ? 206 : 200;
    if (c.req.method === 'HEAD') return c.body(null, status);
    const { bytes } = await home.storage.open(file.sha256, range);
    return c.body(Readable.toWeb(bytes) as ReadableStream, status);
  };
}

/** What is said to whoever is not the person of the address; null to that person. */
async function strangerTo(home: Home, c: Context, personId: string, now: number): Promise<Response | null> {
  const header = sessionOf(c.req.header('authorization'));
  const credential = header.kind === 'none' ? sessionInCookie(c) : header;
  const actor = await resolveActor(home.db, credential, now);
  if (actor === null) return reply(c, refusalReply(401, 'UNAUTHENTICATED', '请先登录'));
  if (actor.personId === personId) return null;
  return reply(c, refusalReply(403, 'FORBIDDEN', '这个文件地址只供本人使用，请返回页面重新打开'));
}

/** Addresses signed before a change of key stay good for their few minutes. */
function verify(home: Home, token: string, now: number): AddressVerdict {
  const verdicts = home.keys.map((key) => verifyAddress(token, now, deriveKey(key, fileAddressPurpose)));
  const [first] = verdicts;
  if (first === undefined) throw new Error('There is no data key.');
  return verdicts.find((v) => v.ok || v.code === 'ADDRESS_EXPIRED') ?? first;
}
