import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { turnPhases } from '../../../cloudfunctions/core/competition/turn-phases';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { roleNames, roles } from '../../../src/shared/kernel/actor';
import { callers, here, organisation } from '../../../tools/docs/callers';
import { cellOf } from '../../../tools/docs/permission-matrix';
import { procedureList } from '../../../tools/docs/procedure-list';
import { submittedEntry } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';
import { makePeople, type People } from './matrix-people';

let server: TestServer;
let people: People;
beforeEach(async () => {
  server = await freshServer();
  people = await makePeople(server);
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Granted = { grants: Array<{ role: string; scopeZh: string }> };
const grantsOf = async (personId: string) => (await server.ask<Granted>(personId, 'people/me')).grants;

/** Whoever is of an organisation invites colleagues into it, and takes back what they gave (conventions, Who). */
const inviting = ['people/makeGrantCode', 'people/grantCodes', 'people/grants', 'people/givingChoices'];

test('roles without a page, and grants in a scope that their role is not given in, open no cell of the matrix but inviting colleagues', () => {
  expect(callers.find(({ kind }) => kind === 'pageless')?.actor?.grants.length).toBeGreaterThan(25);
  for (const { path, area, name } of procedureList) {
    const opened = inviting.includes(path) ? 'allowed' : cellOf(area, name, 'stranger');
    expect([path, cellOf(area, name, 'pageless')]).toEqual([path, opened]);
  }
});

/** What whoever signed in may read without being entrusted with anything. */
const everybodysReads = procedureList.filter(
  ({ meta, area, name }) => !meta.change && cellOf(area, name, 'stranger') === 'allowed',
);

test('every list, queue and to-do is the same for them as for somebody who is entrusted with nothing', async () => {
  await submittedEntry(server, { region: here, track: 'rural_revitalisation' });
  await server.ask(personaId('member'), 'people/sendFeedback', { kind: 'complaint', body: '审核太慢', contact: '' });
  await turnPhases(server.home);
  await deliverWaiting(server.home, areas);
  expect(everybodysReads.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'notices/workbench',
      'notices/landing',
      'notices/inbox',
      'entry/mine',
      'people/myFeedback',
    ]),
  );
  // Whose devices they are differs; that they are one's own alone is shown where they are tested. So do the rights that closing an account takes, and what of staff's work stays, which is told to staff alone, and where one is a judge, which opens nothing.
  const heard = async ({ personId, inboxItem }: People['stranger'], path: string) =>
    JSON.stringify((await server.call(personId, path, {})).body, (name, value) =>
      ['grants', 'displayName', 'devices', 'staysZh', 'posts'].includes(name) ? undefined : value,
    )
      .replaceAll(personId, 'who')
      .replaceAll(inboxItem, 'item')
      .replace(/"您的 \d+ 项工作权限[^"]*",/, '')
      .replace(/\{"id":"judge-[^}]*\},?/g, '');
  for (const { path } of everybodysReads) {
    expect([path, await heard(people.pageless, path)]).toEqual([path, await heard(people.stranger, path)]);
  }
});

test('the queue is told to exist for them no more than for anybody, whatever region is asked for', async () => {
  const filter = { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' };
  for (const contestId of [null, `LF-XH-2026-${here}`]) {
    const asked = { filter: { ...filter, contestId } };
    expect((await server.call(people.pageless.personId, 'screening/queue', asked)).status).toBe(403);
  }
});

test('whoever holds them reads in what capacity, until the organisation takes part no more', async () => {
  const { personId } = people.pageless;
  const listed = await grantsOf(personId);
  expect(new Set(listed.map(({ role }) => role))).toEqual(
    new Set(roleNames.filter((role) => roles[role].personaZh === null)),
  );
  const ofBank = listed.filter(({ scopeZh }) => scopeZh === '本地银行').map(({ role }) => role);
  expect(ofBank.sort()).toEqual(['partner']);
  await server.db.updateTable('organisation').set({ active: false }).where('id', '=', organisation).execute();
  const left = (await grantsOf(personId)).map(({ role }) => role);
  expect(left.filter((role) => ofBank.includes(role))).toEqual([]);
  expect(left).toContain('judge');
});

test('a row that names no scope of ours, or no role of ours, opens nothing, should one ever stand there', async () => {
  await sql`alter table role_grant drop constraint role_grant_scope, alter column scope_kind drop not null`.execute(
    server.db,
  );
  const clerk = personaId('clerk-puxian-1');
  const set = (row: { scope_kind?: string | null; region_id?: string | null; role?: string }) =>
    sql`update role_grant set scope_kind = ${row.scope_kind ?? null}, region_id = ${row.region_id ?? null},
      role = ${row.role ?? 'regionStaff'} where person_id = ${clerk}`.execute(server.db);
  await set({ scope_kind: 'region', region_id: '141033' });
  expect(await grantsOf(clerk)).toHaveLength(1);
  const broken = [
    {},
    { region_id: '141033' },
    { scope_kind: 'region' },
    { scope_kind: 'everywhere' },
    { scope_kind: 'organisation' },
    { scope_kind: 'all', region_id: '141033' },
    { scope_kind: 'all', role: 'constructor' },
  ];
  for (const row of broken) {
    await set(row);
    expect([row, await grantsOf(clerk)]).toEqual([row, []]);
  }
  await submittedEntry(server);
  await deliverWaiting(server.home, areas);
  const told = await server.db.selectFrom('delivery').select('message_id').where('person_id', '=', clerk).execute();
  expect(told).toEqual([]);
});
