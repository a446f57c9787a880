import { roomsOf } from '@shared/benefits/application/kind';
import { kinds } from '@shared/benefits/kinds';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { procedureList } from '../../../tools/docs/procedure-list';
import type { TestServer } from '../../support/server';
import { type CallersWorld, openCallersWorld } from '../permissions/callers-world';
import { plausibleInputs } from '../permissions/plausible-inputs';
import { fingerprint } from './fingerprint';

let server: TestServer;
let world: CallersWorld;
beforeAll(async () => {
  ({ server, world } = await openCallersWorld());
}, 240_000);
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const keyed = procedureList.filter(({ meta }) => meta.change && !meta.signsIn);

const missing = {
  status: 400,
  body: { ok: false, error: { code: 'KEY_MISSING', message: '小程序版本太旧。请关闭后重新打开，再试一次' } },
};

const oddKeys = ['', 'short', 'with space', '中文的操作编号', 'a'.repeat(81), 'semi;colon-key', 'key-12345\n'];
/** One rule judges the keys of all of them: each is asked without a key and with one that is odd, the first with every one that is. */
const tried = keyed.map(({ path }, n) => ({
  path,
  keys: [null, ...(n === 0 ? oddKeys : [oddKeys[n % oddKeys.length] ?? ''])],
}));

test.each(tried)('$path refuses a missing, short or odd key', async ({ path, keys }) => {
  server.clock.pass(60_000);
  const input = plausibleInputs[path]?.(world, 'leader') ?? {};
  const credential = { kind: 'session', token: world.people.leader.token } as const;
  for (const key of keys) {
    expect([key, await server.serve({ path, input, key, credential, caller: 'keys' })]).toEqual([key, missing]);
  }
});

test('none of those refusals changed a row', async () => {
  const before = await fingerprint(server.db);
  await server.serve({
    path: 'people/updateSettings',
    input: { displayName: '另一个名字' },
    key: null,
    credential: { kind: 'session', token: world.people.leader.token },
    caller: 'keys',
  });
  expect(await fingerprint(server.db)).toEqual(before);
});

test('the same key with other input, or for another procedure, is refused and changes nothing', async () => {
  const me = world.people.stranger.personId;
  const first = await server.call(me, 'people/updateSettings', { displayName: '第一' }, 'reused-key-1');
  const after = await fingerprint(server.db);
  const reused = {
    status: 409,
    body: { ok: false, error: { code: 'KEY_REUSED', message: '这次操作已提交过。请刷新页面看结果' } },
  };
  expect(await server.call(me, 'people/updateSettings', { displayName: '第二' }, 'reused-key-1')).toEqual(reused);
  expect(await server.call(me, 'notices/markAllRead', {}, 'reused-key-1')).toEqual(reused);
  expect(await fingerprint(server.db)).toEqual(after);
  expect(await server.call(me, 'people/updateSettings', { displayName: '第一' }, 'reused-key-1')).toEqual(first);
  expect(await fingerprint(server.db)).toEqual(after);
});

test("one person's key is nothing to another", async () => {
  const { editor, viewer } = world.people;
  const replies = [
    await server.call(editor.personId, 'people/updateSettings', { displayName: '甲' }, 'shared-key-1'),
    await server.call(viewer.personId, 'people/updateSettings', { displayName: '乙' }, 'shared-key-1'),
  ];
  expect(replies.map(({ body }) => body)).toEqual([
    { ok: true, data: expect.objectContaining({ displayName: '甲' }) },
    { ok: true, data: expect.objectContaining({ displayName: '乙' }) },
  ]);
});

test('a refusal is not kept: the same key goes through once the reason is gone', async () => {
  const { reviewer, input } = { reviewer: world.people.staffHere.personId, input: world.qualified };
  const tooEarly = await server.call(reviewer, 'screening/claim', input, 'kept-key-1');
  expect(tooEarly.status).toBe(422);
  const kept = await server.db.selectFrom('done_once').select('key').where('key', '=', 'kept-key-1').execute();
  expect(kept).toEqual([]);
});

test('what has stopped takes nothing new, from nobody, and what is under way goes on', async () => {
  const intakes = keyed.filter(({ meta }) => meta.takesNew);
  const modules = [...new Set(intakes.map(({ area }) => area))].sort();
  // A loan's repayments, subsidies and payments begin as applications do, which their kinds hold.
  expect(modules).toEqual(['awards', 'benefits', 'entry', 'incubation', 'policies', 'referral', 'training']);
  expect(kinds.map((kind) => roomsOf(kind).at(-1))).toEqual(
    expect.arrayContaining(['module:lending', 'module:incubation', 'module:subsidies']),
  );
  const credential = { kind: 'session', token: world.people.leader.token } as const;
  const stop = (scope: string) =>
    sql`insert into closing (id, scope, closes_on, note, told, announced_by, announced_at)
      values (gen_random_uuid(), ${scope}, ${shanghaiDate(server.clock.now())}, '', 0, ${world.people.city.personId}, ${at(server.clock.now())})`.execute(
      server.db,
    );
  for (const module of [...modules.filter((name) => name !== 'entry'), 'lending']) await stop(`module:${module}`);
  const codeOf = async ({ path }: { path: string }, input?: object) => {
    server.clock.pass(60_000);
    const given = input ?? plausibleInputs[path]?.(world, 'leader') ?? {};
    const { body } = await server.serve({
      path,
      input: given,
      key: `stopped-${path.replace('/', '-')}`,
      credential,
      caller: 'keys',
    });
    return `${path} ${body.ok ? 'OK' : body.error.code}`;
  };
  for (const one of intakes.filter(({ area }) => area !== 'entry'))
    expect(await codeOf(one)).toBe(`${one.path} STOPPED`);
  expect(await codeOf({ path: 'people/updateSettings' }, { displayName: '照常' })).toMatch(/OK$/);
  await stop('service');
  for (const one of intakes.filter(({ area }) => area === 'entry'))
    expect(await codeOf(one)).toBe(`${one.path} STOPPED`);
});
