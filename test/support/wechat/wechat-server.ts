/**
 * A stand-in for api.weixin.qq.com and the storage behind it, on this machine: it speaks the documented protocol
 * (platform §5, §6) to the product's own adapters and is used by nothing else.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import busboy from 'busboy';
import { type CloudStorage, openStorage } from './storage';

export type WechatServer = {
  /** What `XINGHUO_WECHAT_BASE` names. */
  base: string;
  appid: string;
  secret: string;
  /** The id of the cloud environment. */
  env: string;
  storage: CloudStorage;
  /** What `wx.login` gives the phone of whoever has this openid: a code that can be used once. */
  loginCode(openid: string): string;
  /** What a tap on the phone button gives. */
  phoneCode(phone: string): string;
  /** Every access token so far is no longer good. */
  forgetTokens(): void;
  /** Subscription messages that it took up, in order: openid, template, page, and the values of the fields. */
  reminded: Array<{ to: string; template: string; page: string; values: Record<string, string> }>;
  /** What the next ones are answered instead: an error code, `silence` (no answer ever), `fault` (a 502). */
  remindWith: Array<number | 'silence' | 'fault'>;
  /** Texts that it was asked about, in order. */
  judged: Array<{ openid: string; scene: number; content: string }>;
  /** What is thought of the next ones: an error code, what it suggests with a label, `silence`, or `fault` (a 502); otherwise they pass. */
  judgeWith: Array<number | 'silence' | 'fault' | { suggest: string; label: number }>;
  /** Paths that were asked, in order. */
  asked: string[];
  close(): Promise<void>;
};

type Body = Record<string, unknown>;

/** @param now milliseconds; decides when an address is over */
export async function openWechatServer(now: () => number): Promise<WechatServer> {
  const [appid, secret, env] = ['wxtest0000000000', randomBytes(8).toString('hex'), 'xinghuo-test'];
  const storage = openStorage(env);
  const logins = new Map<string, string>();
  const phones = new Map<string, string>();
  const tokens = new Set<string>();
  /** Upload forms that were given out: their authorization, and the path it is for. */
  const forms = new Map<string, string>();
  const asked: string[] = [];
  const reminded: WechatServer['reminded'] = [];
  const remindWith: WechatServer['remindWith'] = [];
  const judged: WechatServer['judged'] = [];
  const judgeWith: WechatServer['judgeWith'] = [];
  let base = '';

  const once = (codes: Map<string, string>, code: string): string | null => {
    const known = codes.get(code) ?? null;
    codes.delete(code);
    return known;
  };

  const login = (query: URLSearchParams): Body => {
    if (query.get('appid') !== appid) return { errcode: 40013, errmsg: 'invalid appid' };
    if (query.get('secret') !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    const openid = once(logins, query.get('js_code') ?? '');
    return openid === null ? { errcode: 40029, errmsg: 'invalid code' } : { openid, session_key: 'not used' };
  };

  const giveToken = (body: Body): Body => {
    if (body.appid !== appid || body.secret !== secret) return { errcode: 40013, errmsg: 'invalid appid' };
    const value = randomBytes(12).toString('hex');
    tokens.add(value);
    return { access_token: value, expires_in: 7200 };
  };

  const withToken: Record<string, (body: Body) => Body> = {
    '/wxa/business/getuserphonenumber': ({ code }) => {
      const phone = once(phones, String(code));
      return phone === null
        ? { errcode: 40029, errmsg: 'code been used' }
        : { errcode: 0, phone_info: { phoneNumber: `+86${phone}`, purePhoneNumber: phone, countryCode: '86' } };
    },
    '/cgi-bin/message/subscribe/send': ({ touser, template_id, page, data }) => {
      const values = Object.entries(data as Record<string, { value: string }>).map(([field, { value }]) => [
        field,
        value,
      ]);
      reminded.push({
        to: String(touser),
        template: String(template_id),
        page: String(page),
        values: Object.fromEntries(values),
      });
      return { errcode: 0, errmsg: 'ok' };
    },
    '/wxa/msg_sec_check': ({ openid, scene, content, version }) => {
      if (version !== 2 || typeof content !== 'string' || content === '')
        return { errcode: 44002, errmsg: 'empty post data' };
      judged.push({ openid: String(openid), scene: Number(scene), content });
      const thought = judgeWith.shift();
      if (typeof thought === 'number') return { errcode: thought, errmsg: 'as told' };
      return { errcode: 0, errmsg: 'ok', result: thought ?? { suggest: 'pass', label: 100 }, trace_id: 't' };
    },
    '/tcb/uploadfile': ({ path }) => {
      const authorization = randomBytes(12).toString('hex');
      forms.set(authorization, String(path));
      const id = storage.idOf(String(path));
      const cosId = Buffer.from(id).toString('base64');
      return { errcode: 0, url: `${base}/cos`, token: 'cos-token', authorization, file_id: id, cos_file_id: cosId };
    },
    '/tcb/batchdownloadfile': ({ file_list }) => ({
      errcode: 0,
      file_list: (file_list as Array<{ fileid: string; max_age: number }>).map(({ fileid, max_age }) => {
        const path = storage.pathOf(fileid);
        if (path === null || !storage.at(path)) return { fileid, status: -503003, errmsg: 'STORAGE_FILE_NONEXIST' };
        const address = `${base}/temporary/${storage.addressOf(path, max_age, now())}`;
        return { fileid, download_url: address, status: 0, errmsg: 'ok' };
      }),
    }),
    '/tcb/batchdeletefile': ({ fileid_list }) => ({
      errcode: 0,
      delete_list: (fileid_list as string[]).map((fileid) => {
        storage.remove(storage.pathOf(fileid) ?? '');
        return { fileid, status: 0, errmsg: 'ok' };
      }),
    }),
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', base);
    asked.push(pathname);
    if (pathname === '/cos') {
      const { fields, bytes } = await formOf(request);
      const path = forms.get(fields.Signature ?? '');
      forms.delete(fields.Signature ?? '');
      const known = path !== undefined && path === fields.key && fields['x-cos-security-token'] === 'cos-token';
      if (known) storage.put(path, bytes, fields['Content-Type'] ?? 'application/octet-stream');
      return void response.writeHead(known ? 204 : 403).end();
    }
    if (pathname.startsWith('/temporary/')) {
      const file = storage.opened(pathname.slice('/temporary/'.length), now());
      return void response.writeHead(file ? 200 : 403, file ? { 'Content-Type': file.type } : {}).end(file?.bytes);
    }
    const body = request.method === 'POST' ? await jsonOf(request) : {};
    if (pathname === '/cgi-bin/message/subscribe/send') {
      const instead = remindWith.shift();
      if (instead === 'silence') return;
      if (instead === 'fault') return void response.writeHead(502).end();
      if (instead) return void response.writeHead(200).end(JSON.stringify({ errcode: instead, errmsg: 'as told' }));
    }
    if (pathname === '/wxa/msg_sec_check' && (judgeWith[0] === 'silence' || judgeWith[0] === 'fault')) {
      if (judgeWith.shift() === 'silence') return;
      return void response.writeHead(502).end();
    }
    const known = withToken[pathname];
    const told =
      pathname === '/sns/jscode2session'
        ? login(searchParams)
        : pathname === '/cgi-bin/stable_token'
          ? giveToken(body)
          : known === undefined
            ? { errcode: 40066, errmsg: 'invalid url' }
            : tokens.has(searchParams.get('access_token') ?? '')
              ? body.env === undefined || body.env === env
                ? known(body)
                : { errcode: -501000, errmsg: 'Invalid env' }
              : { errcode: 40001, errmsg: 'invalid credential' };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(told));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const code = (codes: Map<string, string>, meaning: string): string => {
    const made = randomBytes(8).toString('hex');
    codes.set(made, meaning);
    return made;
  };
  return {
    base,
    appid,
    secret,
    env,
    storage,
    loginCode: (openid) => code(logins, openid),
    phoneCode: (phone) => code(phones, phone),
    forgetTokens: () => tokens.clear(),
    asked,
    reminded,
    remindWith,
    judged,
    judgeWith,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const jsonOf = async (request: IncomingMessage): Promise<Body> =>
  JSON.parse((await bytesOf(request)).toString('utf8')) as Body;

function formOf(request: IncomingMessage): Promise<{ fields: Record<string, string>; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: request.headers });
    const fields: Record<string, string> = {};
    let file: Promise<Buffer> = Promise.resolve(Buffer.alloc(0));
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (_name, stream) => {
      file = bytesOf(stream);
    });
    parser.on('error', reject);
    parser.on('close', () => file.then((bytes) => resolve({ fields, bytes }), reject));
    request.pipe(parser);
  });
}
