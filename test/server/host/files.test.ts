import { once } from 'node:events';
import { request } from 'node:http';
import { openedFile } from '@shared/files/contract';
import { filesCookie } from '../../../cloudfunctions/host/http/files-cookie';
import { procedureList } from '../../../tools/docs/procedure-list';
import { fixedNow } from '../../support/fixed-clock';
import { makePdf, streamPdf } from '../../support/sample-files/pdf';
import { bearer, freshHost, type HttpHost } from './http-host';

type Begun = { uploadId: string; via: { kind: string; url: string; fields: Record<string, string> } };
type Opened = { url: string };

let host: HttpHost;
let entryId: string;
beforeAll(async () => {
  host = await freshHost();
  const started = await host.ask<{ entryId: string }>('entrant-new', 'entry/start', {
    contestId: 'LF-XH-2026-141033',
    trackCode: 'modern_services',
    groupCode: 'idea_team',
  });
  entryId = started.entryId;
});
afterAll(() => host.close());
afterEach(() => host.clock.set(fixedNow));

const begin = (name: string, size: number, slot = 'business_plan') =>
  host.ask<Begun>('entrant-new', 'entry/beginUpload', { entryId, slot, name, size });

function send(begun: Begun, bytes: Buffer, fields = begun.via.fields): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), '计划书.pdf');
  return fetch(`${host.address}${begun.via.url}`, { method: 'POST', body: form });
}

const code = async (response: Response) => ((await response.json()) as { error?: { code: string } }).error?.code;

async function accepted(name: string, bytes: Buffer): Promise<string> {
  const begun = await begin(name, bytes.length);
  expect((await send(begun, bytes)).status).toBe(200);
  const material = await host.ask<{ state: string }>('entrant-new', 'entry/finishUpload', { uploadId: begun.uploadId });
  expect(material.state).toBe('accepted');
  return begun.uploadId;
}

test('an upload streams in, is checked, and is opened by its owner with its Chinese name', async () => {
  const pdf = makePdf({ title: '核桃合作社' });
  const uploadId = await accepted('商业计划书（终稿）.pdf', pdf);
  const { url } = await host.ask<Opened>('entrant-new', 'entry/openMaterial', { uploadId });
  const response = await fetch(`${host.address}${url}`, { headers: bearer(await host.session('entrant-new')) });
  expect(response.status).toBe(200);
  for (const [name, value] of Object.entries({
    'content-type': 'application/pdf',
    'content-length': String(pdf.length),
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // No sandbox: Chromium's viewer shows no PDF in one.
    'content-security-policy':
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; object-src 'self'",
    'content-disposition':
      'inline; filename="file.pdf"; filename*=UTF-8\'\'%E5%95%86%E4%B8%9A%E8%AE%A1%E5%88%92%E4%B9%A6%EF%BC%88%E7%BB%88%E7%A8%BF%EF%BC%89.pdf',
  })) {
    expect([name, response.headers.get(name)]).toEqual([name, value]);
  }
  expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
});

test('a part of a file is answered as asked, and a part beyond its end is refused', async () => {
  const pdf = makePdf({ title: '部分' });
  const { url } = await host.ask<Opened>('entrant-new', 'entry/openMaterial', {
    uploadId: await accepted('部分.pdf', pdf),
  });
  const as = bearer(await host.session('entrant-new'));
  const part = async (range: string) => {
    const response = await fetch(`${host.address}${url}`, { headers: { ...as, Range: range } });
    return { status: response.status, range: response.headers.get('content-range'), text: await response.text() };
  };
  const size = pdf.length;
  expect(await part('bytes=0-7')).toEqual({ status: 206, range: `bytes 0-7/${size}`, text: '%PDF-1.4' });
  expect(await part('bytes=-6')).toEqual({
    status: 206,
    range: `bytes ${size - 6}-${size - 1}/${size}`,
    text: pdf.subarray(-6).toString(),
  });
  expect(await part(`bytes=${size - 2}-99999999`)).toMatchObject({
    status: 206,
    range: `bytes ${size - 2}-${size - 1}/${size}`,
  });
  expect(await part(`bytes=${size}-`)).toEqual({ status: 416, range: `bytes */${size}`, text: '' });
  const head = await fetch(`${host.address}${url}`, { method: 'HEAD', headers: as });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size)]);
});

test('an address opens for its person alone, until its time, and only as it was signed', async () => {
  const { url } = await host.ask<Opened>('entrant-new', 'entry/openMaterial', {
    uploadId: await accepted('地址.pdf', makePdf()),
  });
  const open = async (path: string, persona: string | null) => {
    const headers = persona === null ? {} : bearer(await host.session(persona));
    const response = await fetch(`${host.address}${path}`, { headers });
    return [
      response.status,
      response.status === 200 ? (await response.arrayBuffer()) && 'bytes' : await code(response),
    ];
  };
  expect(await open(url, 'entrant-new')).toEqual([200, 'bytes']);
  expect(await open(url, null)).toEqual([401, 'UNAUTHENTICATED']);
  expect(await open(url, 'entrant-returned')).toEqual([403, 'FORBIDDEN']);
  expect(await open(url, 'clerk-puxian-1')).toEqual([403, 'FORBIDDEN']);
  const last = url.at(-2) === 'A' ? 'B' : 'A';
  expect(await open(`${url.slice(0, -2)}${last}${url.slice(-1)}`, 'entrant-new')).toEqual([403, 'ADDRESS_INVALID']);
  host.clock.pass(5 * 60_000 - 1);
  expect(await open(url, 'entrant-new')).toEqual([200, 'bytes']);
  host.clock.pass(1);
  expect(await open(url, 'entrant-new')).toEqual([403, 'ADDRESS_EXPIRED']);
});

test('a browser opens addresses by a cookie that only /files receives, for the one who asked for the address', async () => {
  const uploadId = await accepted('曲奇.pdf', makePdf());
  const session = await host.session('entrant-new');
  const response = await host.post('/api/entry/openMaterial', { uploadId }, bearer(session));
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toBe(`xh_files=${session}; Max-Age=2592000; Path=/files; HttpOnly; SameSite=Strict`);
  const { data } = (await response.json()) as { data: Opened };
  const opened = await fetch(`${host.address}${data.url}`, { headers: { Cookie: `xh_files=${session}` } });
  expect([opened.status, (await opened.arrayBuffer()).byteLength]).toEqual([200, makePdf().length]);
  const other = await host.session('entrant-returned');
  const refused = await fetch(`${host.address}${data.url}`, { headers: { Cookie: `xh_files=${other}` } });
  expect(refused.status).toBe(403);
});

/** Somebody's cookie may be gone, or older than their session, whatever they open next. */
test('whichever procedure tells the address of a file gives the browser that cookie, and none for a file that lies elsewhere', () => {
  const openers = procedureList.filter(({ output }) => output === openedFile).map(({ path }) => path);
  expect(openers.sort()).toEqual([
    'benefits/openFile',
    'competition/openPublicFile',
    'entry/openMaterial',
    'policies/openFactFile',
    'referral/exportPack',
    'screening/openCheckPicture',
  ]);
  const credential = { kind: 'session', token: 'a-token' } as const;
  const cookieOf = (path: string, url: string) => filesCookie({ mode: 'production' }, path, credential, { url });
  for (const path of openers) {
    expect([path, cookieOf(path, '/files/one')]).toEqual([path, expect.stringMatching(/^xh_files=a-token; .*Secure/)]);
    expect(cookieOf(path, 'https://storage.example/one')).toBeNull();
  }
  expect(filesCookie({ mode: 'production' }, openers[0] ?? '', { kind: 'none' }, { url: '/files/one' })).toBeNull();
});

test('an address of a file that was deleted since opens nothing', async () => {
  const uploadId = await accepted('删除.pdf', makePdf({ title: '删除' }));
  const { url } = await host.ask<Opened>('entrant-new', 'entry/openMaterial', { uploadId });
  const opened = async () =>
    (await fetch(`${host.address}${url}`, { headers: bearer(await host.session('entrant-new')) })).status;
  expect(await opened()).toBe(200);
  await host.ask('entrant-new', 'entry/removeMaterial', { uploadId });
  expect(await opened()).toBe(404);
});

test('bytes are taken only with the token of their own upload, and only once finished', async () => {
  const pdf = makePdf();
  const begun = await begin('一.pdf', pdf.length);
  expect([await code(await send(begun, pdf, {})), await code(await send(begun, pdf, { token: 'forged' }))]).toEqual([
    'ADDRESS_INVALID',
    'ADDRESS_INVALID',
  ]);
  const other = await begin('二.pdf', pdf.length, 'pitch_deck');
  expect(await code(await send(begun, pdf, other.via.fields))).toBe('ADDRESS_INVALID');
  expect((await send(begun, pdf)).status).toBe(200);
  await host.ask('entrant-new', 'entry/finishUpload', { uploadId: begun.uploadId });
  const again = await send(begun, pdf);
  expect([again.status, await code(again)]).toEqual([409, 'FILE_OVER']);
  host.clock.pass(60 * 60_000);
  const late = await send(other, pdf);
  expect([late.status, await code(late)]).toEqual([403, 'ADDRESS_EXPIRED']);
});

test('a form that is none is refused as malformed', async () => {
  const begun = await begin('三.pdf', 5000);
  const plain = await fetch(`${host.address}${begun.via.url}`, { method: 'POST', body: 'no form' });
  expect([plain.status, await code(plain)]).toEqual([400, 'MALFORMED']);
  const empty = new FormData();
  empty.append('token', begun.via.fields.token ?? '');
  const nothing = await fetch(`${host.address}${begun.via.url}`, { method: 'POST', body: empty });
  expect([nothing.status, await code(nothing)]).toEqual([400, 'MALFORMED']);
});

test('more bytes than were announced end the transfer there, with an answer that the sender can read', async () => {
  const limit = 1024 * 1024;
  const begun = await begin('大.pdf', limit);
  const boundary = 'xh-boundary';
  const sending = request(`${host.address}${begun.via.url}`, {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
  });
  const answered = once(sending, 'response');
  let over = false;
  void answered.then(() => {
    over = true;
  });
  sending.write(
    `--${boundary}\r\nContent-Disposition: form-data; name="token"\r\n\r\n${begun.via.fields.token}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`,
  );
  for await (const piece of streamPdf(limit + 4 * 1024 * 1024)) {
    if (over) break;
    if (!sending.write(piece)) await Promise.race([once(sending, 'drain'), answered]);
  }
  sending.end(`\r\n--${boundary}--\r\n`);
  const [response] = (await answered) as [import('node:http').IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  expect([response.statusCode, JSON.parse(text).error.code]).toEqual([413, 'UPLOAD_LARGER']);
  const row = await host.home.db
    .selectFrom('upload')
    .select(['state', 'storage_key'])
    .where('id', '=', begun.uploadId)
    .executeTakeFirstOrThrow();
  expect(row.state).toBe('refused');
  await expect(host.home.storage.take(row.storage_key, { maxBytes: 1 })).rejects.toThrow('没有收到这份文件');
});

test('a sender that breaks off leaves nothing behind, and begins anew', async () => {
  const pdf = makePdf();
  const begun = await begin('断.pdf', pdf.length);
  const sending = request(`${host.address}${begun.via.url}`, {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '100000' },
  });
  const closed = new Promise((resolve) => sending.on('close', resolve));
  sending.on('error', () => undefined);
  sending.write(
    `--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${begun.via.fields.token}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4`,
  );
  const begins = () =>
    host.home.db.selectFrom('upload').select('transfer_at').where('id', '=', begun.uploadId).executeTakeFirstOrThrow();
  while ((await begins()).transfer_at === null) await new Promise((resolve) => setTimeout(resolve, 5));
  sending.destroy();
  await closed;
  expect(await code(await send(begun, pdf))).toBe('FILE_OVER');
  expect((await send(await begin('断.pdf', pdf.length), pdf)).status).toBe(200);
  expect(host.faults).toEqual([]);
});

test('a form that is never closed is the sender’s fault, not the server’s', async () => {
  const pdf = makePdf();
  const begun = await begin('不完整.pdf', pdf.length);
  const response = await fetch(`${host.address}${begun.via.url}`, {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    body: `--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${begun.via.fields.token}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4`,
  });
  expect(await code(response)).toBe('UPLOAD_BROKEN_OFF');
  expect(host.faults).toEqual([]);
});

test('an announcement’s file needs no session; its address ends like any other', async () => {
  const pdf = makePdf({ title: '辅导安排' });
  const text = { regionId: '141033', title: '报名辅导', body: '周六上午开放。' };
  const { announcementId } = await host.ask<{ announcementId: string }>(
    'lead-puxian',
    'competition/writeAnnouncement',
    text,
  );
  const file = { announcementId, slot: 'attachment', name: '安排.pdf', size: pdf.length };
  const begun = await host.ask<Begun>('lead-puxian', 'competition/beginAnnouncementFile', file);
  expect((await send(begun, pdf)).status).toBe(200);
  await host.ask('lead-puxian', 'competition/finishAnnouncementFile', { uploadId: begun.uploadId });
  await host.ask('lead-puxian', 'competition/publishAnnouncement', { announcementId, version: 1 });
  const { url } = await host.ask<Opened>('entrant-new', 'competition/openPublicFile', { uploadId: begun.uploadId });
  const response = await fetch(`${host.address}${url}`);
  expect([response.status, Buffer.from(await response.arrayBuffer()).equals(pdf)]).toEqual([200, true]);
  host.clock.pass(5 * 60_000);
  expect(await code(await fetch(`${host.address}${url}`))).toBe('ADDRESS_EXPIRED');
});
