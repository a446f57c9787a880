import { at } from '../../../cloudfunctions/core/platform/schema';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const puxian = { kind: 'region', regionId: '141033' };

test('a lead sees both grants by their Chinese names', async () => {
  expect(await server.ask('lead-puxian', 'people/me')).toEqual({
    personId: personaId('lead-puxian'),
    displayName: '蒲县审核负责人',
    phoneMasked: null,
    elderMode: false,
    grants: [
      { role: 'regionStaff', scope: puxian, roleZh: '审核人员', scopeZh: '蒲县' },
      { role: 'regionLead', scope: puxian, roleZh: '审核负责人', scopeZh: '蒲县' },
    ],
    unread: 0,
  });
});

test('a grant for every region is called the whole city, and one that was revoked is gone at once', async () => {
  const grants = async () => (await server.ask<{ grants: unknown[] }>('auditor', 'people/me')).grants;
  expect(await grants()).toEqual([{ role: 'auditor', scope: { kind: 'all' }, roleZh: '监督员', scopeZh: '全市' }]);
  await server.db
    .updateTable('role_grant')
    .set({ revoked_at: at(server.clock.now()) })
    .where('person_id', '=', personaId('auditor'))
    .execute();
  expect(await grants()).toEqual([]);
});

test('settings change only what is named', async () => {
  expect(await server.ask('member', 'people/updateSettings', { elderMode: true })).toMatchObject({
    elderMode: true,
    displayName: '团队成员',
  });
  expect(await server.ask('member', 'people/updateSettings', { displayName: '小李' })).toMatchObject({
    elderMode: true,
    displayName: '小李',
  });
  expect(await server.call('member', 'people/updateSettings', { displayName: '   ' })).toMatchObject({
    status: 400,
    body: { error: { code: 'MALFORMED', fields: { displayName: '请填写' } } },
  });
  expect((await server.call(null, 'people/me')).status).toBe(401);
});
