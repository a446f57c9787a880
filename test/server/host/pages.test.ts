import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { freshHost, type HttpHost } from './http-host';

const page = '<!doctype html><title>星火</title><script>var a = 1;</script>';

let host: HttpHost;
beforeAll(async () => {
  host = await freshHost();
});
afterAll(() => host.close());

test('every route of the app gets its page, guarded by a policy that allows our scripts only', async () => {
  for (const path of ['/', '/pages/home/home', '/packages/entry/entry?entryId=1']) {
    const response = await fetch(`${host.address}${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toBe(page);
    const policy = response.headers.get('content-security-policy') ?? '';
    const inline = createHash('sha256').update('var a = 1;').digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${inline}';`);
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test('a file with a hash in its name is compressed and kept for good, and not sent again when it is known', async () => {
  const response = await fetch(`${host.address}/app.0123abcd.js`, { headers: { 'Accept-Encoding': 'br' } });
  expect([response.headers.get('cache-control'), response.headers.get('content-encoding')]).toEqual([
    'public, max-age=31536000, immutable',
    'br',
  ]);
  expect(await response.text()).toHaveLength(3006);
  const known = { 'If-None-Match': response.headers.get('etag') ?? '' };
  expect((await fetch(`${host.address}/app.0123abcd.js`, { headers: known })).status).toBe(304);
});

test('a missing script is 404, not a page', async () => {
  expect((await fetch(`${host.address}/js/gone.js`)).status).toBe(404);
});

test.each([
  ['/../data-key', 200],
  ['/..%2fdata-key', 200],
  ['/pages/../../data-key', 200],
  ['/..%5cdata-key', 200],
  ['/../../../../etc/hosts.conf', 404],
  ['/%00', 200],
  ['/%ff', 200],
])('a path that would leave the folder finds nothing outside: %s', async (path, status) => {
  const { port } = new URL(host.address);
  const answer = await new Promise<[number | undefined, string]>((resolve) => {
    // Not fetch, which tidies the path up before it is sent.
    request({ port, host: '127.0.0.1', path }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      resolve([response.statusCode, text]);
    }).end();
  });
  expect(answer[0]).toBe(status);
  expect(answer[1]).toBe(status === 200 ? page : '没有找到。');
});
