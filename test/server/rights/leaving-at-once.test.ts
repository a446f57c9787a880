import { sql } from 'kysely';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshPerson, submittedEntry } from '../../support/entry-factory';
import { giveRole } from '../../support/grant';
import { claimBy, claimCodeOf, pastAward } from '../../support/past-awards';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const codeOf = ({ body }: Awaited<ReturnType<TestServer['call']>>) => (body.ok ? 'OK' : body.error.code);
const leave = async (as: string) => codeOf(await server.call(as, 'rights/leave', { agreed: true }));
const puxian = { kind: 'region', regionId: '141033' } as const;

/** Leaves the city two officials: the persona and somebody new, whose grant it answers with them. */
async function twoOfficials(): Promise<{ other: string; grantId: string }> {
  const other = await freshPerson(server);
  await giveRole(server.db, other, 'cityStaff', { kind: 'all' });
  await sql`delete from role_grant where role = 'cityStaff' and person_id not in (${personaId('city')}, ${other})`.execute(
    server.db,
  );
  const { id } = await server.db
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', other)
    .executeTakeFirstOrThrow();
  return { other, grantId: id };
}

const officials = async () =>
  (await sql`select from role_grant where role = 'cityStaff' and revoked_at is null`.execute(server.db)).rows.length;

test('of the last two officials of the city who leave at once one is refused', async () => {
  const { other } = await twoOfficials();
  const left = await Promise.all([leave('city'), leave(other)]);
  expect(left.sort()).toEqual(['OK', 'RIGHTS_LEAVING_HINDERED']);
  expect(await officials()).toBe(1);
});

test('an official does not leave while the other is sent away', async () => {
  const { grantId } = await twoOfficials();
  const [sent, left] = await Promise.all([
    server.call('city', 'people/revokeGrant', { grantId }).then(codeOf),
    leave('city'),
  ]);
  expect([
    ['OK', 'RIGHTS_LEAVING_HINDERED'],
    ['UNAUTHENTICATED', 'OK'],
  ]).toContainEqual([sent, left]);
  expect(await officials()).toBe(1);
});

test('whatever somebody does as they leave is done before or not at all', async () => {
  for (let round = 0; round < 6; round += 1) {
    const person = await freshPerson(server);
    const wish = { role: 'regionStaff', scope: puxian, note: '', uses: 1, days: '3', endsOn: null };
    const { code } = await server.ask<{ code: string }>('city', 'people/makeGrantCode', wish);
    const contest = { contestId: 'LF-XH-2026-141033', trackCode: 'rural_revitalisation', groupCode: 'idea_team' };
    const [left, ...others] = await Promise.all([
      leave(person),
      server.call(person, 'people/useGrantCode', { code, name: '王大明' }).then(codeOf),
      server.call(person, 'entry/start', contest).then(codeOf),
      server.call(person, 'people/updateSettings', { displayName: '王大名' }).then(codeOf),
    ]);
    expect(left).toBe('OK');
    expect(others.filter((code) => code !== 'OK' && code !== 'UNAUTHENTICATED')).toEqual([]);
    const { rows } = await sql`select display_name as name,
        (select count(*)::int from role_grant where person_id = ${person} and revoked_at is null) as grants,
        (select count(*)::int from entry where leader_id = ${person} and state = 'draft') as drafts
      from person where id = ${person}`.execute(server.db);
    expect(rows).toEqual([{ name: '已注销用户', grants: 0, drafts: 0 }]);
  }
});

test('an entry that its clerk takes as they leave is held by nobody who left', async () => {
  for (let round = 0; round < 6; round += 1) {
    const clerk = await freshPerson(server);
    await giveRole(server.db, clerk, 'regionStaff', puxian);
    const { entryId, version } = await submittedEntry(server);
    const [left, claimed] = await Promise.all([
      leave(clerk),
      server.call(clerk, 'screening/claim', { entryId, version }).then(codeOf),
    ]);
    expect([
      ['OK', 'UNAUTHENTICATED'],
      ['RIGHTS_LEAVING_HINDERED', 'OK'],
    ]).toContainEqual([left, claimed]);
    const { rows } = await sql`select e.claimed_by is not null as held, p.erased_at is not null as gone
      from entry e, person p where e.id = ${entryId} and p.id = ${clerk}`.execute(server.db);
    expect(rows).toEqual([{ held: left !== 'OK', gone: left === 'OK' }]);
  }
});

test('a browser whose sign-in was confirmed before its person left gets no session', async () => {
  const person = await freshPerson(server);
  const begun = await server.ask<{ secret: string; code: string }>(null, 'people/beginWebSignIn', { agent: 'x' });
  const { request } = await server.ask<{ request: { signInId: string } }>(person, 'people/seeWebSignIn', {
    by: 'code',
    code: begun.code,
  });
  await server.ask(person, 'people/confirmWebSignIn', { signInId: request.signInId });
  expect(await leave(person)).toBe('OK');
  const taken = await server.call(null, 'people/takeWebSession', { secret: begun.secret });
  expect(codeOf(taken)).toBe('PEOPLE_WEB_SIGN_IN_OVER');
});

test('a name that was held is not given to an account that was closed', async () => {
  await server.ask('city', 'people/changeContentWord', { word: '山货', strength: 'look', why: '可能冒用' });
  const person = await freshPerson(server);
  await server.ask(person, 'people/updateSettings', { displayName: '山货小李' });
  type Held = { names: Array<{ personId: string; version: number }> };
  const { names } = await server.ask<Held>('city', 'people/contentChecks');
  const version = names.find(({ personId }) => personId === person)?.version;
  expect(await leave(person)).toBe('OK');
  expect((await server.ask<Held>('city', 'people/contentChecks')).names).toEqual([]);
  // Nor by a decision for which it stood until a moment ago.
  await sql`insert into name_check (person_id, name, state, since, due_at, version)
    values (${person}, '山货小李', 'review', now(), now(), ${version})`.execute(server.db);
  await server.call('city', 'people/decideName', { personId: person, version, taken: true, why: '' });
  const { display_name } = await server.db
    .selectFrom('person')
    .select('display_name')
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  expect(display_name).toBe('已注销用户');
});

test('a claim to an award that waits ends with the account: nobody is asked to compare it, and what was sealed is gone', async () => {
  const clerk = 'clerk-puxian-1';
  const winner = await freshPerson(server);
  const awardId = await pastAward(server);
  const claimId = await claimBy(server, winner, await claimCodeOf(server, clerk, awardId));
  const { goesZh } = await server.ask<{ goesZh: string[] }>(winner, 'rights/beforeLeaving');
  expect(goesZh).toContain('您的 1 份获奖认领，立即撤回');
  expect(await leave(winner)).toBe('OK');
  const { rows } = await sql`select state, waits,
      (select count(*)::int from sealed_value where subject_id = c.id) as sealed from award_claim c where id = ${claimId}`.execute(
    server.db,
  );
  expect(rows).toEqual([{ state: 'withdrawn', waits: null, sealed: 0 }]);
  const late = await server.call(clerk, 'awards/confirmClaim', { claimId, version: 2 });
  expect(codeOf(late)).toBe('AWARD_CLAIM_MOVE_NOT_ALLOWED');
});
