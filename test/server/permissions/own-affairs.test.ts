import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { addLines } from '../../../cloudfunctions/core/finance/queries';
import { draftStatements } from '../../../cloudfunctions/core/lending/statements';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { incubator, organisationId, trainingSchool } from '../../../cloudfunctions/core/seeds/organisations';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { keepLoanPolicy } from '../../support/applications';
import { freshPerson } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { giveRole } from '../../support/grant';
import { insertStanding, placeCalled, siteId, withSites } from '../../support/incubation';
import { insertLentRows } from '../../support/lent-rows';
import { lentTo } from '../../support/loans';
import { samplePayment } from '../../support/payments';
import { keepShipped, makeWinners, openNotice } from '../../support/referrals';
import { freshServer, type TestServer } from '../../support/server';
import { enrol, openClass } from '../../support/training';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
  await keepShipped(server, 'referral');
  await withSites(server);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});
afterEach(() => server.clock.set(fixedNow));

const replyOf = async (as: string, path: string, input: object) => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? status : { code: body.error.code, message: body.error.message, fields: body.error.fields };
};
const forbidden = (message: string) => ({ code: 'FORBIDDEN', message, fields: undefined });
const fresh = () => makeUuidV7(fixedNow, randomBytes(10));

test('a clerk of the bank enters no payments of their own loan, by a sheet no more than by hand', async () => {
  const own = await freshPerson(server);
  const applicationId = await lentTo(server, own);
  await giveRole(server.db, own, 'lender', { kind: 'organisation', organisationId: organisationId('bank-1') });
  const row = { applicationId, on: '2026-11-24', principalFen: 100, interestFen: 0, serial: 'S1' };
  expect(await replyOf(own, 'lending/addRepayment', row)).toEqual(
    forbidden('这是您自己的申报，应当回避，请交其他人员办理'),
  );
  const sheet = `HT-${own},2026-11-24,1,0,S1`;
  expect(await replyOf(own, 'lending/importRepayments', { sheet })).toMatchObject({
    code: 'LENDING_SHEET_WRONG',
    fields: { 'row.1': '这是您自己的贷款，应当回避，请交其他人员登记' },
  });
  expect(await replyOf('lender-1', 'lending/importRepayments', { sheet })).toBe(200);
});

test('a clerk of the desk sends no statement of their own loan to finance', async () => {
  const own = await freshPerson(server);
  const lent = { regionId: '141034', disbursedOn: '2026-07-01', draftsOn: '2026-11-24' };
  const [loanId] = await insertLentRows(server, 1, lent);
  await draftStatements(server.home);
  await sql`update loan set applicant_id = ${own} where id = ${loanId}`.execute(server.db);
  const { id } = await server.db
    .selectFrom('loan_statement')
    .select('id')
    .where('loan_id', '=', loanId ?? '')
    .executeTakeFirstOrThrow();
  await giveRole(server.db, own, 'loanClerk', { kind: 'region', regionId: '141034' });
  const input = { statementIds: [id], note: '核对无误' };
  expect(await replyOf(own, 'lending/sendStatements', input)).toEqual(
    forbidden('其中有您自己的贷款，应当回避，请交其他人员核对'),
  );
  expect(await replyOf('loan-city', 'lending/sendStatements', input)).toBe(200);
});

test('nobody of finance says that they themselves were paid, or were not; a line named twice is one', async () => {
  const own = await freshPerson(server);
  await giveRole(server.db, own, 'financeClerk', { kind: 'all' });
  const call = makeCall(server.home, server.db, null, server.clock.now());
  const { batchId } = await addLines(call, { sourceKind: 'sample', titleZh: '样例付款' }, [
    samplePayment(call.newId(), { personId: own }),
    samplePayment(call.newId()),
  ]);
  const { rows } = await sql<{ id: string }>`select id from payment_line where batch_id = ${batchId}
    order by person_id nulls last`.execute(server.db);
  const [mine = '', other = ''] = rows.map(({ id }) => id);
  const paid = (as: string, lineIds: string[]) =>
    replyOf(as, 'finance/markPaid', { batchId, lineIds, paidOn: '2026-11-24' });
  const refused = forbidden('其中有付给您本人的，应当回避，请交其他人员登记');
  expect(await paid(own, [])).toEqual(refused);
  expect(await paid(own, [mine, other])).toEqual(refused);
  expect(await replyOf(own, 'finance/markFailed', { lineId: mine, reason: '户名不符' })).toEqual(refused);
  expect(await paid(own, [other, other])).toBe(200);
  expect(await paid('finance', [])).toBe(200);
});

test('who came to train where they have a seat keeps no list of theirs and judges them not; a seat that is offered they take no more', async () => {
  const classId = await openClass(server, { capacity: 2 });
  const [own, other, third] = [await freshPerson(server), await freshPerson(server), await freshPerson(server)];
  for (const as of [own, other, third]) await enrol(server, as, classId);
  const enrolled = await server.db
    .selectFrom('enrolment')
    .select(['id', 'person_id', 'version'])
    .where('class_id', '=', classId)
    .execute();
  const enrolmentOf = (person: string) => enrolled.find(({ person_id }) => person_id === person)?.id ?? '';
  const school = { kind: 'organisation', organisationId: trainingSchool.id } as const;
  for (const as of [own, third]) await giveRole(server.db, as, 'trainer', school);
  await server.ask(other, 'training/cancel', { enrolmentId: enrolmentOf(other), version: 2 });
  expect(
    await replyOf(third, 'training/accept', { enrolmentId: enrolmentOf(third), version: 2, details: null }),
  ).toMatchObject({ code: 'TRAINING_CLOSED', message: '您是这家培训机构的人员，不能报名本机构的班' });

  server.clock.set(Date.parse('2026-12-07T09:00:00+08:00'));
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date('2026-12-08') })
    .execute();
  const refused = forbidden('其中有您自己的报名，应当回避，请交其他人员登记');
  const keep = (as: string) =>
    replyOf(as, 'training/saveAttendance', { classId, n: 1, version: 0, present: [enrolmentOf(own)], reason: '' });
  const judge = (as: string) =>
    replyOf(as, 'training/judge', { classId, enrolmentId: enrolmentOf(own), plan: true, test: true });
  expect([await keep(own), await keep('trainer-1'), await judge(own), await judge('trainer-1')]).toEqual([
    refused,
    200,
    refused,
    200,
  ]);
});

test('whoever runs a site writes down no rent of their own', async () => {
  const own = await freshPerson(server);
  const [applicationId = ''] = await insertStanding(server, [{ state: 'moved_in', personId: own }]);
  const tenancyId = fresh();
  await server.db
    .insertInto('tenancy')
    .values({
      id: tenancyId,
      place_id: await placeCalled(server, 'A01'),
      site_id: siteId,
      application_id: applicationId,
      person_id: own,
      kind: 'agreement',
      starts_at: new Date(fixedNow),
      ends_at: new Date('2027-11-24'),
      stands: true,
      number_zh: '协议1',
    })
    .execute();
  await server.db
    .insertInto('rent_month')
    .values({
      tenancy_id: tenancyId,
      n: 1,
      site_id: siteId,
      due_on: '2026-11-24',
      full_fen: 10_000,
      relief_percent: 0,
      due_fen: 10_000,
      paid_on: null,
      recorded_by: null,
    })
    .execute();
  await giveRole(server.db, own, 'incubatorOperator', { kind: 'organisation', organisationId: incubator.id });
  const record = (as: string, paidOn: string | null) =>
    replyOf(as, 'incubation/recordRent', { siteId, tenancyId, n: 1, paidOn });
  const refused = forbidden('这是您自己的租金，应当回避，请交其他人员登记');
  expect([await record(own, '2026-11-24'), await record('incubator-1', '2026-11-24'), await record(own, null)]).toEqual(
    [refused, 200, refused],
  );
});

test('a region’s staff names no project on whose team they are or were, and its lead confirms none', async () => {
  await openNotice(server, [{ track: 'modern_services', quota: 4 }]);
  const [winner] = await makeWinners(server);
  const { entryId = '' } = winner ?? {};
  const [clerk, lead] = [await freshPerson(server), await freshPerson(server)];
  await giveRole(server.db, clerk, 'regionStaff', { kind: 'region', regionId: '141033' });
  await giveRole(server.db, lead, 'regionLead', { kind: 'region', regionId: '141033' });
  for (const [person, removed] of [
    [clerk, null],
    [lead, new Date(fixedNow)],
  ] as const)
    await server.db
      .insertInto('entry_member')
      .values({
        id: fresh(),
        entry_id: entryId,
        person_id: person,
        name: '赵强',
        role_zh: '技术',
        phone_sealed: '-',
        phone_masked: '-',
        access: 'view',
        joined_at: new Date(fixedNow),
        consented_at: new Date(fixedNow),
        removed_at: removed,
      })
      .execute();
  const own = forbidden('这是您自己的项目，应当回避，请交其他人员办理');
  expect(await replyOf(clerk, 'referral/nominate', { entryId })).toEqual(own);
  expect(await replyOf(lead, 'referral/nominate', { entryId })).toEqual(own);
  const { referralId } = await server.ask<{ referralId: string }>('clerk-puxian-1', 'referral/nominate', { entryId });
  await server.ask(winner?.personId ?? '', 'referral/agree', {
    referralId,
    version: 1,
    consents: { 'referral.province': true },
  });
  const confirm = (as: string) =>
    replyOf(as, 'referral/moveReferral', { referralId, version: 2, move: 'confirm', reason: '' });
  expect([await confirm(lead), await confirm('lead-puxian')]).toEqual([own, 200]);
});

test('by the city’s right somebody reads no names, though they read them at the desk of one region', async () => {
  const both = await freshPerson(server);
  await giveRole(server.db, both, 'cityStaff', { kind: 'all' });
  await giveRole(server.db, both, 'loanClerk', { kind: 'region', regionId: '141033' });
  for (const regionId of ['141033', '141002']) {
    const [id, applicant] = [fresh(), await freshPerson(server)];
    const now = new Date(fixedNow);
    await sql`insert into subject (id, kind, created_at) values (${id}, 'subsidy-startup', ${now})`.execute(server.db);
    await sql`insert into application (id, kind, state, waits, version, changed_at, applicant_id, region_id, party, live, rank,
        submitted_at, clocks, details)
      values (${id}, 'subsidy-startup', 'submitted', 'staff', 2, ${now}, ${applicant}, ${regionId}, 'hr', true, 5, ${now}, '{}', '{}')`.execute(
      server.db,
    );
    await server.db
      .insertInto('subsidy')
      .values({
        application_id: id,
        person_id: applicant,
        policy: 'startup',
        uscc: '-',
        name_zh: '李小兰',
        amount_fen: 1,
        how_zh: '-',
      })
      .execute();
  }
  const { items } = await server.ask<{ items: Array<{ regionZh: string; nameZh: string | null }> }>(
    both,
    'subsidies/handedIn',
    { kind: null, regionId: null, state: null },
  );
  expect(items.map(({ regionZh, nameZh }) => [regionZh, nameZh]).sort()).toEqual([
    ['尧都区', null],
    ['蒲县', '李小兰'],
  ]);
});
