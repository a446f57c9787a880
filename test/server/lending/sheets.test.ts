import { draftStatements } from '../../../cloudfunctions/core/lending/statements';
import { organisationId } from '../../../cloudfunctions/core/seeds/organisations';
import { idNumber, keepLoanPolicy, moveOn, order } from '../../support/applications';
import { freshPerson } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { giveRole } from '../../support/grant';
import { agreed, approved, atGuarantor, lent, lentTo } from '../../support/loans';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
let as: string;
let applicationId: string;
beforeAll(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
  as = await freshPerson(server);
  applicationId = await lentTo(server, as);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const lender = 'lender-1';
async function imported(sheet: string) {
  const { body } = await server.call(lender, 'lending/importRepayments', { sheet });
  return body.ok ? body.data : (body.error.fields ?? body.error);
}

test('a row of a sheet is judged as if it were typed: its number’s length, an identity number in it, an interest beyond measure', async () => {
  const row = (interest: string, serial: string) => `HT-${as},2026-11-24,0,${interest},${serial}`;
  expect(
    await imported(
      [row('1', 'S'.repeat(61)), row('1', idNumber), row('1000000000.01', 'S1'), row('1', 'S2')].join('\n'),
    ),
  ).toEqual({
    'row.1': '流水号最多 60 个字，现在 61 个字，请删去 1 个字',
    'row.2': '请不要在这里填写身份证号，删去后再保存',
    'row.3': '数字太大，请核对',
  });
  expect(await imported(row('1000000000', 'S'.repeat(60)))).toEqual({ added: 1, known: 0, loans: 1 });
});

test('of a sheet that is all wrong the first hundred rows are told, and how many more there are', async () => {
  const fields = await imported('a\n'.repeat(20_000));
  expect(Object.keys(fields ?? {})).toHaveLength(101);
  expect(fields).toMatchObject({ 'row.100': expect.any(String), sheet: '另有 19899 行没有填对，改好列出的再试' });
  const { body } = await server.call(lender, 'lending/importRepayments', {
    sheet: `${'长'.repeat(500)},2026-11-24,1,0,S`,
  });
  expect(body).toMatchObject({ error: { fields: { 'row.1': `没有找到合同 ${'长'.repeat(40)}` } } });
});

test('however much comes together of many rows, the loan and the desk’s list of statements are still to be read', async () => {
  for (const serial of ['A', 'B', 'C'])
    await server.ask(lender, 'lending/addRepayment', {
      applicationId,
      on: '2026-11-24',
      principalFen: 0,
      interestFen: 100_000_000_000,
      serial,
    });
  const now = Date.parse('2026-12-22T10:00:00+08:00');
  server.clock.set(now);
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date(now + 86_400_000) })
    .execute();
  await draftStatements(server.home);
  const { items } = await server.ask<{ items: Array<{ chargedFen: number }> }>('loan-puxian', 'lending/statements', {
    which: 'open',
  });
  expect(items.map(({ chargedFen }) => chargedFen)).toEqual([400_000_000_000]);
  const { statements } = await server.ask<{ statements: Array<{ chargedFen: number }> }>(lender, 'lending/loan', {
    applicationId,
  });
  expect(statements.map(({ chargedFen }) => chargedFen)).toEqual([400_000_000_000]);
});

test('a number is found, and a row known, however the bank’s other program writes it; a number that two contracts bear to the eye names the one written so', async () => {
  server.clock.set(fixedNow);
  const other = await lentTo(server, await freshPerson(server));
  const number = (contract_no: string, id: string) =>
    server.db.updateTable('loan').set({ contract_no }).where('id', '=', id).execute();
  await number('晋银（2026）借字第 12-a 号', other);
  const wide = '晋银(2026)借字第１２－Ａ号,2026-11-24,1,0,ls-９';
  expect(await imported(wide)).toEqual({ added: 1, known: 0, loans: 1 });
  expect(await imported('晋银（2026）借字第12-A号,2026-11-24,1,0,LS－9')).toEqual({ added: 0, known: 1, loans: 0 });
  // Typed by hand it is the same row too.
  const row = { applicationId: other, on: '2026-11-24', principalFen: 1, interestFen: 0, serial: 'Ls－ 9' };
  const { body } = await server.call(lender, 'lending/addRepayment', row);
  expect(body).toMatchObject({ error: { code: 'LENDING_SERIAL_TWICE' } });
  await number('晋银（2026）借字第12-A号', applicationId);
  expect(await imported('晋银（2026）借字第12-A号,2026-11-24,1,0,LS-9')).toEqual({ added: 1, known: 0, loans: 1 });
  expect(await imported(wide)).toEqual({ 'row.1': '没有找到合同 晋银(2026)借字第１２－Ａ号' });
  await number(`HT-${as}`, applicationId);
});

test('one contract is lent on once, however its number is written', async () => {
  const id = await atGuarantor(server, await freshPerson(server));
  await moveOn(server, 'guarantor-1', id, 'agree', { answers: agreed });
  await moveOn(server, lender, id, 'approve', { answers: approved });
  const signed = { contractOn: '2026-11-24', contractNo: `ht－ ${as}` };
  expect(await moveOn(server, lender, id, 'sign', { answers: signed })).toBe(200);
  const { version } = await server.ask<{ version: number }>(lender, 'benefits/application', { applicationId: id });
  const answers = { ...lent, disbursedOn: '2026-11-24' };
  const { body } = await server.call(lender, 'benefits/moveApplication', {
    applicationId: id,
    ...order('disburse', version, { answers }),
  });
  expect(body).toMatchObject({ error: { fields: { disbursedOn: '这个合同编号已经登记过放款' } } });
});

/** Somebody who works for these banks. */
async function lenderOf(...banks: Array<'bank-1' | 'bank-2'>): Promise<string> {
  const person = await freshPerson(server);
  for (const bank of banks)
    await giveRole(server.db, person, 'lender', { kind: 'organisation', organisationId: organisationId(bank) });
  return person;
}

test('a sheet of many loans and colleagues who type rows of the same loans at once are all answered, and each row is there once', async () => {
  const borrowers: string[] = [];
  const loans: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    const borrower = await freshPerson(server);
    borrowers.push(borrower);
    loans.push(await lentTo(server, borrower));
    server.clock.pass(60_000);
  }
  const clerks = await Promise.all([lenderOf('bank-1'), lenderOf('bank-1'), lenderOf('bank-1')]);
  const row = { on: '2026-11-24', principalFen: 100, interestFen: 0 };
  /** Each clerk has a third of the loans, the last of the sheet first. */
  async function type(clerk: string, n: number, serial: string): Promise<string[]> {
    const answers: string[] = [];
    for (const applicationId of loans.slice(n * 4, n * 4 + 4).reverse()) {
      const { body } = await server.call(clerk, 'lending/addRepayment', { applicationId, ...row, serial });
      answers.push(body.ok ? 'ok' : body.error.code);
    }
    return answers;
  }
  for (const round of [1, 2, 3]) {
    const sheet = borrowers.map((borrower) => `HT-${borrower},2026-11-24,1,0,S${round}`).join('\n');
    const [added, ...typed] = await Promise.all([
      imported(sheet),
      ...clerks.map((clerk, n) => type(clerk, n, `T${round}`)),
    ]);
    expect([added, typed.flat()]).toEqual([{ added: 12, known: 0, loans: 12 }, Array.from({ length: 12 }, () => 'ok')]);
    server.clock.pass(61_000);
  }
  for (const applicationId of loans) {
    const { repayments } = await server.ask<{ repayments: Array<{ serial: string }> }>(lender, 'lending/loan', {
      applicationId,
    });
    expect(repayments.map(({ serial }) => serial).sort()).toEqual(['S1', 'S2', 'S3', 'T1', 'T2', 'T3']);
  }
  server.clock.set(fixedNow);
});

test('a number that contracts of two banks bear is nobody’s guess: whoever works for both is told to enter the row in its loan', async () => {
  const other = await lentTo(server, await freshPerson(server));
  await server.db
    .updateTable('loan')
    .set({ bank_id: organisationId('bank-2'), contract_no: `ht－${as}` })
    .where('id', '=', other)
    .execute();
  const row = `HT-${as},2026-11-24,1,0,B1`;
  const { body } = await server.call(await lenderOf('bank-1', 'bank-2'), 'lending/importRepayments', { sheet: row });
  expect(body).toMatchObject({
    error: {
      code: 'LENDING_SHEET_WRONG',
      fields: { 'row.1': `您任职的几家银行都有合同 HT-${as}，请删去这一行，在这笔贷款里登记` },
    },
  });
  expect(await imported(row)).toEqual({ added: 1, known: 0, loans: 1 });
});
