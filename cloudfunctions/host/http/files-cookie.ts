import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { serialize } from 'hono/utils/cookie';
import type { Credential } from '../../core/platform/identity';
import type { Home } from '../../core/rpc/home';

const name = 'xh_files';
const days = 30;
const beginnings: readonly string[] = ['people/signInAs', 'people/signInWithWechat', 'people/takeWebSession'];

/**
 * A browser shows pictures, PDFs and films by addresses alone, without our Authorization header. So the session is also
 * kept in a cookie that only `/files` ever receives, no script can read and no other site can send. It follows the session that signed
 * in last, or that was just told a file's address by whichever procedure, and goes at sign-out. Answers the Set-Cookie header; null: it stays as it is.
 */
export function filesCookie(
  home: Pick<Home, 'mode'>,
  path: string,
  credential: Credential,
  data: unknown,
): string | null {
  if (path === 'people/signOut') return serialize(name, '', { path: '/files', maxAge: 0 });
  const begun = beginnings.includes(path) ? sessionIn(data) : null;
  const opener = credential.kind === 'session' && isAddressOfOurs(data) ? credential.token : null;
  const token = begun ?? opener;
  if (token === null) return null;
  return serialize(name, token, {
    path: '/files',
    httpOnly: true,
    sameSite: 'Strict',
    secure: home.mode === 'production',
    maxAge: days * 86_400,
  });
}

/** The session that the cookie carries. */
export function sessionInCookie(c: Context): Credential {
  const token = getCookie(c, name);
  return token === undefined ? { kind: 'none' } : { kind: 'session', token };
}

function sessionIn(data: unknown): string | null {
  const session = typeof data === 'object' && data !== null && 'session' in data ? data.session : null;
  return typeof session === 'string' ? session : null;
}

const isAddressOfOurs = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'url' in data &&
  typeof data.url === 'string' &&
  data.url.startsWith('/files/');
