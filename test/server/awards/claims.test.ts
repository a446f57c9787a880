import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { drawAwards } from '../../../cloudfunctions/core/policies/facts/draw-awards';
import { drawEntries } from '../../../cloudfunctions/core/policies/facts/draw-entries';
import { knownFactsOf } from '../../../cloudfunctions/core/policies/facts/fact-rows';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { begin } from '../../support/applications';
import { insertAwards } from '../../support/award-rows';
import { freshIdNumber, freshPerson, submittedEntry } from '../../support/entry-factory';
import { claimBy, claimCodeOf, pastAward } from '../../support/past-awards';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
const refusalOf = async (as: string, path: string, input: object) => {
  const { body } = await server.call(as, path, input);
  return body.ok ? null : body.error;
};
const codeOf = async (as: string, path: string, input: object) => (await refusalOf(as, path, input))?.code;
const settle = async () => {
  await deliverWaiting(server.home, areas);
  await drawEntries(server.home);
  await drawAwards(server.home);
};
const levelOf = async (personId: string) => (await knownFactsOf(server.db, personId)).awardLevel?.value;

type Listed = {
  items: Array<{ awardId: string; claim: { stateZh: string } | null; codeUntil: string | null; codeable: boolean }>;
};
const listed = async (as: string, awardId: string) =>
  (await server.ask<Listed>(as, 'awards/pastAwards', { open: false })).items.find((item) => item.awardId === awardId);

test('a winner claims by a code, a clerk compares and confirms: the award is theirs, its facts with it, and they are told; the lead takes it back', async () => {
  const awardId = await pastAward(server);
  expect(await listed(clerk, awardId)).toMatchObject({ claim: null, codeUntil: null, codeable: true });
  const code = await claimCodeOf(server, clerk, awardId);
  expect(await listed(clerk, awardId)).toMatchObject({ codeUntil: expect.stringContaining('+08:00') });
  const winner = await freshPerson(server);
  expect(await server.ask(winner, 'awards/seeClaimCode', { code: code.toLowerCase() })).toMatchObject({
    year: 2025,
    regionZh: '蒲县',
    awardZh: '一等奖',
  });
  const idNumber = freshIdNumber();
  const claim = { code, name: '王小明', idNumber: 'x', agreed: false };
  expect(await refusalOf(winner, 'awards/claimAward', claim)).toMatchObject({
    code: 'AWARDS_CLAIM_WRONG',
    fields: { idNumber: expect.stringContaining('18 位'), agreed: expect.stringContaining('同意核对身份') },
  });
  const { claimId } = await server.ask<{ claimId: string }>(winner, 'awards/claimAward', {
    ...claim,
    idNumber,
    agreed: true,
  });
  expect(await server.ask(winner, 'awards/myClaims')).toMatchObject({
    claims: [{ stateZh: '已提交，等待核对', nameMasked: '王**', numberMasked: expect.stringContaining('*****') }],
  });
  // Before it is confirmed nothing is theirs.
  await settle();
  expect(await levelOf(winner)).toBeUndefined();

  // Whoever compares opens it, which is written down and shown to its owner; nobody else does.
  expect(await server.ask(clerk, 'awards/claim', { claimId })).toMatchObject({ opens: true, sameAsRecord: null });
  expect(await server.ask('city', 'awards/claim', { claimId })).toMatchObject({ opens: false, moves: [] });
  expect(await codeOf('clerk-yaodu', 'awards/claim', { claimId })).toBe('NOT_FOUND');
  expect(await codeOf(winner, 'awards/openClaim', { claimId, field: 'idNumber' })).toBe('NOT_FOUND');
  expect(await server.ask(clerk, 'awards/openClaim', { claimId, field: 'idNumber' })).toEqual({ value: idNumber });
  expect(await server.ask(clerk, 'awards/openClaim', { claimId, field: 'name' })).toEqual({ value: '王小明' });
  expect(await server.ask(winner, 'oversight/myOpenings', {})).toMatchObject({
    items: [
      { officeZh: '蒲县审核人员', whatZh: '姓名', whyZh: '核对获奖认领' },
      { whatZh: '身份证号', whyZh: '核对获奖认领' },
    ],
  });

  await server.ask(clerk, 'awards/confirmClaim', { claimId, version: 1 });
  expect(await codeOf('clerk-puxian-2', 'awards/confirmClaim', { claimId, version: 1 })).toBe('CASE_STALE');
  await settle();
  expect(await levelOf(winner)).toBe('first');
  expect(await server.ask(winner, 'notices/inbox', {})).toMatchObject({
    items: [{ title: expect.stringMatching(/^获奖认领已确认/) }],
  });
  // The whole number was for comparing alone.
  expect(await codeOf(clerk, 'awards/openClaim', { claimId, field: 'idNumber' })).toBe('AWARDS_CLAIM_DECIDED');
  expect(await listed(clerk, awardId)).toMatchObject({ claim: { stateZh: '已确认' }, codeable: false });
  expect(await codeOf(clerk, 'awards/makeClaimCode', { awardId })).toBe('AWARDS_CLAIM_TAKEN');

  expect(await codeOf(clerk, 'awards/revokeClaim', { claimId, version: 2, reason: '认错了人' })).toBe('NOT_FOUND');
  expect((await server.call('lead-puxian', 'awards/revokeClaim', { claimId, version: 2, reason: '' })).status).toBe(
    400,
  );
  await server.ask('lead-puxian', 'awards/revokeClaim', { claimId, version: 2, reason: '认错了人' });
  await settle();
  expect(await levelOf(winner)).toBeUndefined();
  expect(await server.ask(winner, 'awards/myClaims')).toMatchObject({
    claims: [{ state: 'revoked', reason: '认错了人' }],
  });
  expect(await listed(clerk, awardId)).toMatchObject({ claim: null, codeable: true });
  const audits = await server.db
    .selectFrom('audit')
    .select('act')
    .where('subject', 'in', [`award:${awardId}`, `award-claim:${claimId}`])
    .execute();
  expect(audits.map(({ act }) => act)).toEqual(
    expect.arrayContaining([
      'awards/makeClaimCode',
      'award-claim/confirm',
      'award/assign',
      'award-claim/revoke',
      'award/unassign',
      'awards/openClaim',
    ]),
  );
});

test('what the entry of the award says speaks of whoever claimed it, and its leader as this system knows them is told the clerk', async () => {
  const idNumber = freshIdNumber('19880102');
  const { entryId, leader, reference } = await submittedEntry(server, { idNumber });
  await server.db
    .updateTable('entry')
    .set({ edition_id: 'LF-XH-2025', contest_id: 'LF-XH-2025-141033', state: 'qualified', waits: 'organiser' })
    .where('id', '=', entryId)
    .execute();
  await insertAwards(server, [entryId], 'third');
  const { id: awardId } = await server.db
    .selectFrom('award')
    .select('id')
    .where('entry_id', '=', entryId)
    .executeTakeFirstOrThrow();
  const winner = await freshPerson(server);
  // Of whoever led it it is without a code, as long as nobody has claimed it.
  expect(await server.ask(leader, 'awards/myClaims')).toMatchObject({ awards: [{ awardId, awardZh: '三等奖' }] });
  const claimed = async (number: string) => {
    const code = await claimCodeOf(server, clerk, awardId);
    const input = { code, name: '王小明', idNumber: number, agreed: true };
    return (await server.ask<{ claimId: string }>(winner, 'awards/claimAward', input)).claimId;
  };
  const other = await claimed(freshIdNumber());
  expect(await server.ask(clerk, 'awards/claim', { claimId: other })).toMatchObject({ sameAsRecord: false });
  await server.ask(clerk, 'awards/refuseClaim', { claimId: other, version: 1, reason: '与报名记录不一致' });
  await deliverWaiting(server.home, areas);
  expect(await server.ask(winner, 'notices/inbox', {})).toMatchObject({ items: [{ title: '获奖认领没有确认' }] });
  const claimId = await claimed(idNumber);
  expect(await server.ask(clerk, 'awards/claim', { claimId })).toMatchObject({ sameAsRecord: true });
  await server.ask(clerk, 'awards/confirmClaim', { claimId, version: 1 });
  await settle();
  const known = await knownFactsOf(server.db, winner);
  expect([known.awardLevel?.value, known.age?.value, known.registered?.value]).toEqual(['third', '1988-01', false]);
  // They bring it along to what they apply for, and its leader no more.
  type Begun = { rankZh: string | null; own: { sections: Array<{ section: string; data: object; sources: object }> } };
  const begins = async (as: string) => {
    const { rankZh, own } = await server.ask<Begun>(as, 'benefits/application', {
      applicationId: await begin(server, as),
    });
    return [rankZh, own.sections.find(({ section }) => section === 'person')];
  };
  expect(await begins(winner)).toMatchObject([
    '三等奖',
    { data: { name: '王小明' }, sources: { name: `报名表 ${reference}` } },
  ]);
  expect(await begins(leader)).toMatchObject([null, { data: {}, sources: {} }]);
  expect(await server.ask(leader, 'awards/myClaims')).toMatchObject({ claims: [], awards: [] });
});

test('a code is for one award and one person, dies with its maker’s right and is not for them; tries are counted', async () => {
  const awardId = await pastAward(server);
  const first = await claimCodeOf(server, clerk, awardId);
  const code = await claimCodeOf(server, clerk, awardId);
  const [one, two] = [await freshPerson(server), await freshPerson(server)];
  const see = (as: string, typed: string) => codeOf(as, 'awards/seeClaimCode', { code: typed });
  expect(await see(one, first)).toBe('AWARDS_CLAIM_CODE_VOID');
  expect(await see(one, '34679ACDEF')).toBe('AWARDS_CLAIM_CODE_UNKNOWN');
  expect(await see(clerk, code)).toBe('AWARDS_CLAIM_OWN_CODE');
  expect(await codeOf('clerk-yaodu', 'awards/makeClaimCode', { awardId })).toBe('NOT_FOUND');
  expect(await codeOf('city', 'awards/makeClaimCode', { awardId })).toBe('NOT_FOUND');

  // Two at once: one has it.
  const claim = (as: string) =>
    server.call(as, 'awards/claimAward', { code, name: '王小明', idNumber: freshIdNumber(), agreed: true });
  const statuses = (await Promise.all([claim(one), claim(two)])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 422]);
  expect(await see(two, code)).toBe('AWARDS_CLAIM_CODE_USED');

  const late = await claimCodeOf(server, clerk, await pastAward(server));
  await server.db
    .updateTable('role_grant')
    .set({ revoked_at: new Date(server.clock.now()) })
    .where('person_id', '=', personaId(clerk))
    .execute();
  expect(await see(two, late)).toBe('AWARDS_CLAIM_CODE_VOID');
  await server.db
    .updateTable('role_grant')
    .set({ revoked_at: null })
    .where('person_id', '=', personaId(clerk))
    .execute();
  server.clock.pass(14 * 86_400_000);
  expect(await see(two, late)).toBe('AWARDS_CLAIM_CODE_EXPIRED');

  const guesser = await freshPerson(server);
  const tries = [];
  for (let n = 0; n < 11; n += 1) tries.push(await see(guesser, '34679ACDEF'));
  expect([tries[9], tries[10]]).toEqual(['AWARDS_CLAIM_CODE_UNKNOWN', 'RATE_LIMITED']);
});

test('nobody confirms their own claim, and what waits stands on the workbench of the region alone', async () => {
  const awardId = await pastAward(server);
  const claimId = await claimBy(server, 'clerk-puxian-2', await claimCodeOf(server, clerk, awardId));
  expect(await codeOf('clerk-puxian-2', 'awards/confirmClaim', { claimId, version: 1 })).toBe('FORBIDDEN');
  type Bench = { waitsForMe: Array<{ id: string }>; iWaitFor: Array<{ id: string }> };
  const bench = async (as: string) => server.ask<Bench>(as, 'notices/workbench');
  const has = (list: Array<{ id: string }>) => list.some(({ id }) => id.endsWith(claimId));
  const [theirs, own, other] = await Promise.all([bench(clerk), bench('clerk-puxian-2'), bench('clerk-yaodu')]);
  expect([has(theirs.waitsForMe), has(own.waitsForMe), has(own.iWaitFor), has(other.waitsForMe)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
