import { readStaffNetworks } from '../../../cloudfunctions/host/staff-networks';
import { bearer, freshHost, type HttpHost } from './http-host';

let host: HttpHost;
beforeAll(async () => {
  host = await freshHost('demo', { proxies: 1, staffNetworks: readStaffNetworks('市政务外网=10.20.0.0/16') });
});
afterAll(async () => {
  expect(host.faults).toEqual([]);
  await host.close();
});

const office = { 'X-Forwarded-For': '10.20.3.4' };
const cafe = { 'X-Forwarded-For': '10.20.3.4, 203.0.113.9' };
const clerk = 'clerk-puxian-1';
const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Edg/131.0';

type Data = Record<string, string>;
const ask = async (path: string, input: unknown, headers: Record<string, string>) => {
  const response = await host.post(`/api/people/${path}`, input, headers);
  const { data } = (await response.json()) as { data: Data };
  return { status: response.status, data, cookie: response.headers.get('set-cookie') ?? '' };
};

test('a browser in the office signs in, with a cookie for files alone; taken elsewhere it is no clerk any more, and the phone reads where it was', async () => {
  const { data: begun } = await ask('beginWebSignIn', { agent }, office);
  const { request } = await host.ask<{ request: Data }>(clerk, 'people/seeWebSignIn', { by: 'scan', scan: begun.scan });
  expect(request).toMatchObject({ deviceZh: 'Windows 电脑，Edge 浏览器', placeZh: '市政务外网' });
  await host.ask(clerk, 'people/confirmWebSignIn', { signInId: request.signInId });
  const taken = await ask('takeWebSession', { secret: begun.secret }, office);
  expect(taken.cookie).toMatch(/^xh_files=[\w-]+;.*Path=\/files;.*HttpOnly;.*SameSite=Strict/);

  const session = bearer(taken.data.session ?? '');
  expect((await ask('me', {}, { ...office, ...session })).data).toMatchObject({ grants: [{ role: 'regionStaff' }] });
  // What the visitor wrote before what our proxy saw counts for nothing.
  expect((await ask('me', {}, { ...cafe, ...session })).data).toMatchObject({ grants: [], staffShut: true });
  const queue = {
    filter: { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' },
  };
  const statusOf = async (headers: Record<string, string>) =>
    (await host.post('/api/screening/queue', queue, { ...headers, ...session })).status;
  expect([await statusOf(office), await statusOf(cafe)]).toEqual([200, 403]);
});

test('elsewhere a browser signs in all the same; the phone reads half of its address', async () => {
  const { data: begun } = await ask('beginWebSignIn', { agent: 'curl/8' }, cafe);
  const { request } = await host.ask<{ request: Data }>('member', 'people/seeWebSignIn', {
    by: 'scan',
    scan: begun.scan,
  });
  expect(request).toMatchObject({ deviceZh: '不能识别的设备', placeZh: '203.0.113.*' });
});
