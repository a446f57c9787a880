import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { type Appointment, appoint, NotAppointed } from '../../../cloudfunctions/core/people/grants/appoint';
import { migrateToLatest } from '../../../cloudfunctions/core/platform/migrate';
import { makeServe, type Serve } from '../../../cloudfunctions/core/rpc/serve';
import { freshPerson } from '../../support/entry-factory';
import { emptyDatabase } from '../../support/postgres';
import { freshServer, serverOn, type TestServer } from '../../support/server';

const first: Appointment = { role: 'cityStaff', region: null, again: null };
const inProduction = (server: TestServer): Serve => makeServe({ ...server.home, mode: 'production' }, areas);

describe('an empty production database', () => {
  let server: TestServer;
  let drop: () => Promise<void>;
  let serve: Serve;
  let url: string;
  beforeEach(async () => {
    ({ url, drop } = await emptyDatabase());
    server = await serverOn(url);
    serve = inProduction(server);
  });
  afterEach(async () => {
    expect(server.faults).toEqual([]);
    await server.close();
    await drop();
  });

  let keys = 0;
  /** As WeChat's cloud says who calls. */
  const as = async (openid: string, path: string, input: object = {}) => {
    keys += 1;
    return serve({ path, input, key: `appoint-key-${keys}`, credential: { kind: 'openid', openid }, caller: openid });
  };

  test('is made ready by one command: whoever types its code is the first official, once, and gives the rest', async () => {
    await expect(appoint(server.home, first, server.clock.now())).rejects.toThrow(
      '数据库结构不是最新，请先运行 npm run migrate。',
    );
    await migrateToLatest(url);
    const { code, expiresAt } = await appoint(server.home, first, server.clock.now());
    expect(expiresAt).toBe('2026-11-25T09:00:00+08:00');
    const stands = await server.db.selectFrom('grant_code').selectAll().execute();
    expect(stands).toEqual([expect.objectContaining({ role: 'cityStaff', uses: 1, made_by: null, note: '' })]);
    expect(JSON.stringify(stands)).not.toContain(code.replace('-', ''));
    expect((await as('o-official', 'people/useGrantCode', { code, name: '李主任' })).body).toEqual({
      ok: true,
      data: { role: 'cityStaff', scope: { kind: 'all' }, roleZh: '市级统筹人员', scopeZh: '全市', endsAt: null },
    });
    expect((await as('o-other', 'people/useGrantCode', { code, name: '别人' })).body).toMatchObject({
      error: { code: 'PEOPLE_CODE_USED_UP' },
    });
    const wish = { role: 'auditor', scope: { kind: 'all' }, note: '', uses: 1, days: '1', endsOn: null };
    expect((await as('o-official', 'people/makeGrantCode', wish)).status).toBe(200);
    // Nothing more by hand: with an official there the command refuses.
    await expect(appoint(server.home, first, server.clock.now())).rejects.toThrow(NotAppointed);
    expect(await server.db.selectFrom('grant_code').select('id').execute()).toHaveLength(2);
    const acts = await server.db
      .selectFrom('audit')
      .select(['act', 'actor', 'data'])
      .orderBy('at')
      .orderBy('act')
      .execute();
    expect(acts.map(({ act, actor }) => [act, actor === 'system' ? actor : 'person'])).toEqual([
      ['people/appoint', 'system'],
      ['people/makeGrantCode', 'person'],
      ['people/useGrantCode', 'person'],
      ['people/useGrantCode', 'person'],
    ]);
    expect(acts[0]?.data).toEqual({
      role: 'cityStaff',
      scope: { kind: 'all' },
      again: null,
      expiresAt: '2026-11-25T09:00:00+08:00',
    });
    const logged = await server.db
      .selectFrom('security_event')
      .select(['act', 'outcome', 'caller', 'person_id'])
      .where('act', '=', 'people/appoint')
      .execute();
    expect(logged).toEqual([{ act: 'people/appoint', outcome: 'OK', caller: 'command', person_id: null }]);
  });

  test('a code of the command lives a day, and the next makes it void', async () => {
    await migrateToLatest(url);
    const one = await appoint(server.home, first, server.clock.now());
    const two = await appoint(server.home, first, server.clock.now());
    const used = async (code: string) => {
      const { body } = await as('o-official', 'people/useGrantCode', { code, name: '李主任' });
      return body.ok ? 'OK' : body.error.code;
    };
    expect(await used(one.code)).toBe('PEOPLE_CODE_VOID');
    server.clock.pass(86_400_000);
    expect(await used(two.code)).toBe('PEOPLE_CODE_EXPIRED');
  });
});

describe('an installation that has its people', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await freshServer();
  });
  afterEach(async () => {
    expect(server.faults).toEqual([]);
    await server.close();
  });

  test('appoints again with a reason alone, of which the others are told as the code is used', async () => {
    const now = server.clock.now();
    await expect(appoint(server.home, first, now)).rejects.toThrow('已有市级统筹人员');
    const { code } = await appoint(server.home, { ...first, again: '原有人员的手机都丢了' }, now);
    const { items } = await server.ask<{ items: Array<{ note: string; madeBy: string }> }>('city', 'people/grantCodes');
    expect(items).toEqual([expect.objectContaining({ note: '原有人员的手机都丢了', madeBy: '服务器管理命令' })]);
    const person = await freshPerson(server);
    await server.ask(person, 'people/useGrantCode', { code, name: '新主任' });
    await deliverWaiting(server.home, areas);
    const inbox = await server.ask<{ items: Array<{ body: string }> }>('city', 'notices/inbox');
    expect(inbox.items.map(({ body }) => body)).toEqual([
      '新主任已成为市级统筹人员（由管理服务器的人员授权）。请核实，有误的立即收回。',
    ]);
    const audited = await server.db.selectFrom('audit').select('data').where('act', '=', 'people/appoint').execute();
    expect(JSON.stringify(audited)).not.toContain('手机');
  });

  test('an official whose grant was taken back or has ended is none', async () => {
    await server.db
      .updateTable('role_grant')
      .set({ revoked_at: new Date(server.clock.now()) })
      .where('role', '=', 'cityStaff')
      .execute();
    expect((await appoint(server.home, first, server.clock.now())).code).toHaveLength(11);
  });

  test('a role of a region is given for a region that there is, by its name or its key', async () => {
    const again = { again: '县里没有人' };
    const asked = async (role: Appointment['role'], region: string | null) => {
      try {
        await appoint(server.home, { role, region, ...again }, server.clock.now());
        const row = await server.db
          .selectFrom('grant_code')
          .select(['role', 'region_id'])
          .where('voided_at', 'is', null)
          .executeTakeFirst();
        return row;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(await asked('regionLead', '蒲县')).toEqual({ role: 'regionLead', region_id: '141033' });
    expect(await asked('regionLead', 'LFEDZ')).toEqual({ role: 'regionLead', region_id: 'LFEDZ' });
    expect(await asked('regionLead', '没有县')).toBe('没有名为“没有县”的县（市、区）。');
    expect(await asked('cityStaff', '蒲县')).toBe('这个岗位是全市的，不能指定 --region。');
    expect(await asked('deskClerk', null)).toBe('这个岗位要用 --region 指定县（市、区）。');
    expect(await asked('lender', null)).toBe('机构人员由市级统筹人员在“授权管理”中邀请。');
  });
});
