import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { organisationId } from '../../../cloudfunctions/core/seeds/organisations';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { guaranteedLoan } from '../../../src/shared/benefits/kinds/guaranteed-loan';
import { begin, filled, keepLoanPolicy, moveOn, saveAnswers, upload } from '../../support/applications';
import { freshPerson, freshUscc } from '../../support/entry-factory';
import { lyingInInboxes } from '../../support/inboxes';
import { agreed, approved, atGuarantor, lent, lentTo } from '../../support/loans';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
let tick: () => Promise<void>;
beforeAll(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
  tick = makeTick(server.home, areas);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** Moves the clock; whoever is signed in stays so. */
async function day(text: string): Promise<void> {
  const now = Date.parse(`${text}T10:00:00+08:00`);
  server.clock.set(now);
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date(now + 86_400_000) })
    .execute();
}
const lender = 'lender-1';
type View = {
  state: string;
  clock: { dueDate: string | null };
  contact: { deskZh: string; phone: string } | null;
  moves: Array<{ move: string; asked: { proposed: object; choices: object } | null }>;
  records: Array<{ zh: string; lines: Array<{ field: string; value: string }> }>;
  office: { parts: Array<{ section: string; lines: Array<{ field: string }> }>; files: Array<{ slot: string }> } | null;
  judged: { lines: unknown[] } | null;
};
type Loan = {
  state: string;
  balanceFen: number;
  overdue: boolean;
  next: { on: string; principalFen: number; interestFen: number } | null;
  statements: Array<{
    statementId: string;
    to: string;
    subsidyFen: number;
    amountFen: number;
    corrects: boolean;
    differs: boolean;
    payment: object | null;
  }>;
  repayments: Array<{ repaymentId: string; voidedZh: string | null }>;
};
const view = (as: string, applicationId: string) => server.ask<View>(as, 'benefits/application', { applicationId });
const loanOf = (as: string, applicationId: string) => server.ask<Loan>(as, 'lending/loan', { applicationId });
const codeOf = async (...[as, path, input]: Parameters<TestServer['call']>) => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? status : body.error.code;
};
const fieldsOf = async (as: string, applicationId: string, move: string, answers: object) => {
  const { version } = await server.ask<{ version: number }>(as, 'benefits/application', { applicationId });
  const input = { applicationId, version, move, reason: '', faults: [], answers };
  const { body } = await server.call(as, 'benefits/moveApplication', input);
  return body.ok ? null : body.error.fields;
};
const told = async () =>
  (await lyingInInboxes(server.db).select(['m.notice', 'd.person_id']).execute()).map(
    ({ notice, person_id }) => `${notice} ${person_id}`,
  );

const pay = (applicationId: string, on: string, principalFen: number, interestFen: number, serial = '') =>
  codeOf(lender, 'lending/addRepayment', { applicationId, on, principalFen, interestFen, serial });

test('guarantor and bank each do their part with what is theirs; what does not fit stands beside its field', async () => {
  await day('2026-11-26');
  const as = 'entrant-new';
  const id = await atGuarantor(server, as);
  // Nobody's but the guarantor's now: no bank knows of it.
  for (const other of ['lender-1', 'lender-2'])
    expect(await codeOf(other, 'benefits/application', { applicationId: id })).toBe('NOT_FOUND');
  // Whoever applied reads where the organisation is reached that has it; offices read the applicant's own.
  const contactFor = async (reader: string) => (await view(reader, id)).contact;
  expect(await contactFor(as)).toMatchObject({ deskZh: '创业担保部', phone: '0357-0000093' });
  expect(await contactFor('guarantor-1')).toBeNull();
  expect(await fieldsOf('guarantor-1', id, 'agree', { ...agreed, amount: 30_000_000, fee: 9_999 })).toEqual({
    amount: '不能超过申报的额度 20 万元',
    fee: '担保费率每年不超过 5%，请核对',
  });
  expect(
    await fieldsOf('guarantor-1', id, 'agree', { ...agreed, counter: 'waived', ground: 'city_level_honour' }),
  ).toEqual({
    ground: '没有查到写明级别的奖项。有奖项的，请联系市级统筹人员按证书盖章单位写明级别；没有的，改选别的依据',
  });
  // Ten thousand more than the policy's figure for a waiver; and what no policy has is nobody's to assume.
  const small = { ...agreed, counter: 'waived', ground: 'amount_le_100k' };
  expect(await fieldsOf('guarantor-1', id, 'agree', { ...small, amount: 11_000_000 })).toEqual({
    ground: '额度超过免除反担保的限额 10 万元，请改选别的依据，或者选“需要反担保”',
  });
  // Asked for papers: the clock stands, the report goes in, the clock goes on.
  expect(
    await moveOn(server, 'guarantor-1', id, 'askGuarantor', { faults: [{ section: 'files', text: '请传征信报告' }] }),
  ).toBe(200);
  expect(await view(as, id)).toMatchObject({ state: 'guarantor_papers', clock: { dueDate: '2026-12-10' } });
  await upload(server, as, id, 'credit_report');
  expect(await moveOn(server, as, id, 'supplyGuarantor')).toBe(200);
  const atGuarantors = await view('guarantor-1', id);
  expect(atGuarantors.office?.files.map(({ slot }) => slot)).toEqual(['credit_report']);
  expect(atGuarantors.judged?.lines).toEqual([]);
  expect((await view('loan-puxian', id)).office?.files.map(({ slot }) => slot)).toEqual(['group_proof']);
  expect(await moveOn(server, 'guarantor-1', id, 'agree', { answers: agreed })).toBe(200);

  expect(await codeOf('lender-2', 'benefits/application', { applicationId: id })).toBe('NOT_FOUND');
  expect((await server.ask<{ items: object[] }>('lender-2', 'benefits/queue', {})).items).toEqual([]);
  expect((await server.ask<{ items: object[] }>(lender, 'benefits/queue', {})).items).toHaveLength(1);
  // The guarantor reads on, and does nothing any more.
  expect((await view('guarantor-1', id)).moves).toEqual([]);
  expect((await view(lender, id)).moves.find(({ move }) => move === 'approve')?.asked?.proposed).toEqual({
    amount: 20_000_000,
    months: 24,
  });
  expect(
    await fieldsOf(lender, id, 'approve', { ...approved, amount: 21_000_000, rate: 351, method: '' }),
  ).toMatchObject({
    amount: '不能超过同意担保的额度 20 万元',
    method: '请选择还款方式',
  });
  expect(await fieldsOf(lender, id, 'approve', { ...approved, rate: 351 })).toEqual({ rate: '年利率上限是 3.5%' });
  expect(await moveOn(server, lender, id, 'approve', { answers: approved })).toBe(200);
  const seen = (records: View['records']) => records.flatMap(({ lines }) => lines.map(({ field }) => field));
  expect(seen((await view(as, id)).records)).not.toContain('inside');
  expect(seen((await view('guarantor-1', id)).records)).toEqual(expect.arrayContaining(['notes', 'rate']));
  expect(seen((await view(lender, id)).records)).toEqual(expect.arrayContaining(['inside', 'spouseCredit']));
  expect(seen((await view(lender, id)).records)).not.toContain('notes');
  expect(seen((await view('city', id)).records)).toEqual(['amount', 'amount']);

  await upload(server, as, id, 'bank_card');
  // Neither ahead, nor before the loan was asked for, under another rate and another rule.
  for (const contractOn of ['2027-02-01', '2025-11-26'])
    expect(await moveOn(server, lender, id, 'sign', { answers: { contractOn, contractNo: 'HT-1' } })).toBe(
      'BENEFITS_ANSWERS_WRONG',
    );
  expect(await moveOn(server, lender, id, 'sign', { answers: { contractOn: '2026-11-26', contractNo: 'HT-1' } })).toBe(
    200,
  );
  expect(await fieldsOf(lender, id, 'disburse', { ...lent, account: '12', disbursedOn: '2026-11-25' })).toEqual({
    account: '账号是 8 到 32 位数字，请核对',
    disbursedOn: '不能早于合同签订日期（2026-11-26）',
  });
  expect(await moveOn(server, lender, id, 'disburse', { answers: lent })).toBe(200);
  expect(JSON.stringify(await view(as, id))).not.toContain('0000 1234');
  expect(await loanOf(as, id)).toMatchObject({ state: 'repaying', balanceFen: 20_000_000, next: { on: '2026-12-21' } });
  expect(await codeOf('lender-2', 'lending/loan', { applicationId: id })).toBe('NOT_FOUND');
  expect((await loanOf('guarantor-1', id)).statements).toBeNull();
  await tick();
  const all = await told();
  for (const [notice, who] of [
    ['loan.toSign', as],
    ['loan.disbursed', as],
    ['loan.disbursed.desk', lender],
    ['loan.disbursed.desk', 'loan-puxian'],
    ['application.passedOn.desk', lender],
    ['application.supplied.desk', 'guarantor-1'],
  ] as const)
    expect([notice, all.includes(`${notice} ${personaId(who)}`)]).toEqual([notice, true]);
  // Who is asked for a paper from now on reads which, and where they have to go.
  const said = await lyingInInboxes(server.db).select('m.body').where('d.person_id', '=', personaId(as)).execute();
  expect(said.map(({ body }) => body)).toEqual(
    expect.arrayContaining([
      '现为“担保机构调查”，由演示融资担保中心办理。请点开上传本人征信报告。',
      '请上传银行卡复印件，并带身份证到演示银行一签合同，最迟12月10日（周四）24:00，逾期审批失效。',
    ]),
  );
});

test('who sees what of one loan, field by field, once it is lent', async () => {
  await day('2026-12-21');
  const [row] = await server.db.selectFrom('application').select(['id']).where('state', '=', 'repaying').execute();
  const id = row?.id ?? '';
  await tick();
  const readers = ['loan-puxian', 'guarantor-1', 'lender-1', 'auditor', 'city'];
  const seen = await Promise.all(
    readers.map(async (as) => {
      const { office, records } = await view(as, id);
      const lines = new Map(
        [...(office?.parts ?? []).flatMap((part) => part.lines), ...records.flatMap((record) => record.lines)].map(
          (line) => [line.field, 'sealed' in line && line.sealed !== null ? 'm' : '✓'],
        ),
      );
      const loan = await server.call(as, 'lending/loan', { applicationId: id });
      const data = loan.body.ok ? (loan.body.data as unknown as Loan) : null;
      const files = office?.files.map(({ slot }) => slot) ?? [];
      return (what: string): string => {
        if (what.startsWith('file:')) return files.includes(what.slice(5)) ? '✓' : '–';
        if (what === 'plan') return data ? '✓' : '–';
        if (what === 'statements') return data?.statements ? '✓' : '–';
        return lines.get(what) ?? '–';
      };
    }),
  );
  // HR, guarantor, bank, auditor, city: ✓ a value, m covered, – nothing.
  const expected = {
    name: '✓ ✓ ✓ ✓ –',
    phone: 'm m m m –',
    idNumber: 'm m m m –',
    entityKind: '✓ ✓ ✓ ✓ –',
    address: '✓ ✓ ✓ ✓ –',
    about: '✓ ✓ ✓ ✓ –',
    keyGroup: '✓ – – – –',
    'file:group_proof': '✓ – – – –',
    'file:credit_report': '– ✓ ✓ – –',
    'file:bank_card': '– – ✓ – –',
    otherLoans: '– ✓ ✓ – –',
    spouseOtherLoans: '– ✓ ✓ – –',
    spouseCredit: '– ✓ ✓ – –',
    notes: '– ✓ – – –',
    inside: '– – ✓ – –',
    amount: '✓ ✓ ✓ ✓ ✓',
    rate: '✓ ✓ ✓ ✓ –',
    plan: '✓ ✓ ✓ ✓ –',
    statements: '✓ – ✓ ✓ –',
  };
  const table = Object.fromEntries(Object.keys(expected).map((what) => [what, seen.map((of) => of(what)).join(' ')]));
  expect(table).toEqual(expected);
});

test('quarters: drafted on the 21st, checked, paid; a row put right makes a difference; what is late bears nothing; settled at the end', async () => {
  await day('2026-11-26');
  const as = 'member';
  const id = await lentTo(server, as);
  expect(await moveOn(server, lender, id, 'settle')).toBe('BENEFITS_NO_SUCH_MOVE');
  // 26 November to 20 December: 25 days at 3.50 %.
  await day('2026-12-21');
  expect(await pay(id, '2026-12-21', 0, 48_611, 'S1')).toBe(200);
  expect(await pay(id, '2026-12-21', 0, 48_611, 'S1')).toBe('LENDING_SERIAL_TWICE');
  await tick();
  await tick();
  const [first] = (await loanOf(as, id)).statements;
  expect(first).toMatchObject({
    to: '2026-12-21',
    subsidyFen: 24_306,
    amountFen: 24_306,
    differs: false,
    payment: null,
  });
  const open = await server.ask<{
    open: object;
    items: Array<{ statementId: string; borrowerZh: string; differs: boolean }>;
  }>('loan-puxian', 'lending/statements', { which: 'open' });
  // The other loan's bank has entered nothing: HR has to say why it is right.
  expect(open.items.map(({ differs }) => differs).sort()).toEqual([false, true]);
  expect(open.open).toEqual({ count: 2, more: false });
  const { open: none } = await server.ask<{ open: object }>('loan-yaodu', 'lending/statements', { which: 'open' });
  expect(none).toEqual({ count: 0, more: false });
  const send = (statementIds: Array<string | undefined>, note = '') =>
    server.call('loan-puxian', 'lending/sendStatements', { statementIds, note });
  expect((await send(open.items.map(({ statementId }) => statementId))).body).toMatchObject({
    error: { code: 'LENDING_NOTE_MISSING' },
  });
  const twice = await Promise.all([send([first?.statementId]), send([first?.statementId])]);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 422]);
  const { items } = await server.ask<{ items: Array<{ batchId: string; sumFen: number }> }>(
    'finance',
    'finance/batches',
    {},
  );
  expect(items.map(({ sumFen }) => sumFen)).toEqual([24_306]);
  await server.ask('finance', 'finance/markPaid', { batchId: items[0]?.batchId, lineIds: [], paidOn: '2026-12-21' });

  // The bank finds that 50,000 had been repaid on the first of December.
  expect(await pay(id, '2026-12-01', 5_000_000, 0, 'S2')).toBe(200);
  await tick();
  const [, correction] = (await loanOf(as, id)).statements;
  // 200,000 for 5 days and 150,000 for 20: interest 38,889, subsidy 19,445.
  expect(correction).toMatchObject({ corrects: true, subsidyFen: 19_445, amountFen: 19_445 - 24_306 });
  expect((await send([correction?.statementId], '银行漏登一笔')).status).toBe(200);

  // Nothing is paid in March: overdue from the 22nd, until it is.
  await day('2027-03-14');
  await tick();
  expect(await told()).toContain(`loan.overdueSoon ${personaId(as)}`);
  await day('2027-03-22');
  await tick();
  expect(await loanOf(as, id)).toMatchObject({ state: 'overdue', overdue: true });
  expect(
    (await server.ask<{ items: Array<{ applicationId: string }> }>(lender, 'benefits/queue', {})).items.map(
      ({ applicationId }) => applicationId,
    ),
  ).toContain(id);
  const due = (await loanOf(lender, id)).next;
  const sheet = (rows: string[]) =>
    codeOf(lender, 'lending/importRepayments', { sheet: ['合同编号,日期,本金,利息,流水号', ...rows].join('\r\n') });
  const bad = await server.call(lender, 'lending/importRepayments', {
    sheet: `HT-${as},2027-03-22,0,abc,S3\nHT-x,2027-03-22,1,0,S4\nHT-${as},2027-04-01,999999,0,S5`,
  });
  expect(bad.body).toMatchObject({
    error: {
      code: 'LENDING_SHEET_WRONG',
      fields: { 'row.1': '利息不是金额', 'row.2': '没有找到合同 HT-x', 'row.3': '不能晚于今天，超过没有还的本金' },
    },
  });
  const row = `HT-${as},2027/3/22,0,"${((due?.interestFen ?? 0) / 100).toFixed(2)}",S3`;
  expect(await sheet([row])).toBe(200);
  expect(await server.ask(lender, 'lending/importRepayments', { sheet: row })).toEqual({
    added: 0,
    known: 1,
    loans: 0,
  });
  expect(await loanOf(as, id)).toMatchObject({ state: 'repaying', overdue: false });
  expect(await codeOf('lender-2', 'lending/importRepayments', { sheet: row })).toBe('LENDING_SHEET_WRONG');

  // Wrongly entered: taken back with a reason, still in sight.
  const { repayments } = await loanOf(lender, id);
  const last = repayments.at(-1)?.repaymentId;
  expect(await codeOf(lender, 'lending/voidRepayment', { applicationId: id, repaymentId: last, reason: '' })).toBe(
    'LENDING_REASON_MISSING',
  );
  expect(
    await codeOf(lender, 'lending/voidRepayment', { applicationId: id, repaymentId: last, reason: '录错账户' }),
  ).toBe(200);
  expect((await loanOf(lender, id)).repayments.at(-1)).toMatchObject({ voidedZh: '录错账户' });
  expect(await pay(id, '2027-03-22', 15_000_000, (due?.interestFen ?? 0) + 1_458)).toBe(200);
  // With the interest of the last day: 150,000 for one.
  const ended = await loanOf(as, id);
  expect(ended).toMatchObject({ balanceFen: 0 });
  expect(ended.state).toBe('settled');
});

test('a statement whose payment came back is its desk’s again, until it is sent once more', async () => {
  await day('2026-11-26');
  const as = await freshPerson(server);
  const id = await lentTo(server, as);
  await day('2026-12-21');
  await pay(id, '2026-12-21', 0, 48_611, 'S9');
  await tick();
  const [{ statementId = '' } = {}] = (await loanOf(as, id)).statements;
  const send = () => server.call('loan-puxian', 'lending/sendStatements', { statementIds: [statementId], note: '' });
  type List = { items: Array<{ statementId: string; payment: { result: string; failureZh: string | null } | null }> };
  const stands = async (which: 'open' | 'sent') =>
    (await server.ask<List>('loan-puxian', 'lending/statements', { which })).items
      .filter((one) => one.statementId === statementId)
      .map(({ payment }) => [payment?.result, payment?.failureZh]);
  expect((await send()).status).toBe(200);
  expect([await stands('open'), await stands('sent')]).toEqual([[], [['waiting', null]]]);
  const lines = () =>
    server.db
      .selectFrom('payment_line')
      .select(['id', 'again'])
      .where('source_id', '=', statementId)
      .orderBy('id')
      .execute();
  const [line] = await lines();
  await server.ask('finance', 'finance/markFailed', { lineId: line?.id, reason: '账户已销户' });
  expect([await stands('open'), await stands('sent')]).toEqual([[['failed', '账户已销户']], []]);
  const { waitsForMe } = await server.ask<{ waitsForMe: Array<{ title: string }> }>('loan-puxian', 'notices/workbench');
  expect(waitsForMe.some(({ title }) => title.includes('份贴息清单'))).toBe(true);
  expect((await send()).status).toBe(200);
  expect([await stands('open'), await stands('sent')]).toEqual([[], [['waiting', null]]]);
  expect((await lines()).map(({ again }) => again)).toEqual([false, true]);
});

test('the account of the subsidy is changed by the bank alone, by a card that the borrower sent; it is sealed, and borrower and desk are told', async () => {
  await day('2026-11-26');
  const as = await freshPerson(server);
  const applicationId = await lentTo(server, as);
  const changed = {
    applicationId,
    payeeZh: '王小明',
    account: '６２２２ 0299-9999\u200b8888',
    evidence: applicationId,
  };
  expect(await codeOf(lender, 'lending/changeAccount', changed)).toBe('LENDING_ACCOUNT_WRONG');
  expect(await codeOf(as, 'lending/changeAccount', changed)).toBe('NOT_FOUND');
  const evidence = await upload(server, as, applicationId, 'bank_card');
  type Card = { bankCards: Array<{ uploadId: string }>; accountMasked: string };
  const seen = await server.ask<Card>(lender, 'lending/loan', { applicationId });
  expect(seen.bankCards).toMatchObject([{ uploadId: evidence }]);
  expect(await server.ask<Card>(as, 'lending/loan', { applicationId })).toMatchObject({ bankCards: [] });
  const after = await server.ask<Card>(lender, 'lending/changeAccount', { ...changed, evidence });
  expect(after.accountMasked).toBe('**** 8888');
  const row = await server.db.selectFrom('loan').selectAll().where('id', '=', applicationId).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain('99998888');
  await tick();
  const heard = (await told()).filter((one) => one.startsWith('loan.accountChanged'));
  expect(heard.sort()).toEqual(
    [
      `loan.accountChanged ${as}`,
      ...['loan-puxian', 'loan-city'].map((one) => `loan.accountChanged.desk ${personaId(one)}`),
    ].sort(),
  );
});

test('the card by which an account was changed stays the bank’s to open once its borrower took it out; what they replaced changes no account', async () => {
  await day('2026-11-26');
  const as = await freshPerson(server);
  const applicationId = await lentTo(server, as);
  const change = (evidence: string) =>
    server.call(lender, 'lending/changeAccount', { applicationId, payeeZh: '王小明', account: '62220299', evidence });
  const evidence = await upload(server, as, applicationId, 'bank_card');
  expect((await change(evidence)).status).toBe(200);
  const replaced = await upload(server, as, applicationId, 'bank_card');
  const current = await upload(server, as, applicationId, 'bank_card');
  expect((await change(replaced)).body).toMatchObject({
    error: {
      code: 'LENDING_ACCOUNT_WRONG',
      message: '请刷新后选择借款人现在的银行卡复印件',
      fields: { evidence: '请选择依据' },
    },
  });
  const offered = async () =>
    (await server.ask<{ bankCards: Array<{ uploadId: string }> }>(lender, 'lending/loan', { applicationId })).bankCards;
  expect((await offered()).map(({ uploadId }) => uploadId)).toEqual([current]);

  expect(await codeOf(as, 'benefits/removeFile', { uploadId: current })).toBe(200);
  expect(await offered()).toEqual([]);
  const opened = [];
  for (const uploadId of [evidence, replaced, current])
    opened.push(await codeOf(lender, 'benefits/openFile', { uploadId }));
  expect(opened).toEqual([200, 'NOT_FOUND', 'NOT_FOUND']);
  const { office } = await server.ask<{ office: { files: Array<{ uploadId: string; slot: string }> } }>(
    lender,
    'benefits/application',
    { applicationId },
  );
  expect(office.files.filter(({ slot }) => slot === 'bank_card')).toMatchObject([{ uploadId: evidence }]);
});

test('whoever closes their account reads what goes and what goes on: a loan that runs is not withdrawn', async () => {
  await day('2026-11-26');
  const as = await freshPerson(server);
  await lentTo(server, as);
  const { goesZh } = await server.ask<{ goesZh: string[] }>(as, 'rights/beforeLeaving', {});
  expect(goesZh.filter((line) => line.includes('申报'))).toEqual([
    expect.stringMatching(/^创业担保贷款申报 SB2026-141033-\d{4}：已签约，不撤回，合同义务照常$/),
  ]);
});

test('an extension begins while the loan runs and ends within a year after it; one that fell behind and pays is extended again', async () => {
  await day('2026-11-26');
  const id = await lentTo(server, await freshPerson(server));
  expect(await fieldsOf(lender, id, 'extend', { from: '2027-11-27', until: '2028-11-27' })).toEqual({
    from: '不能晚于到期日（2027-11-26）',
    until: '最多展期 12 个月，不能晚于 2028-11-26',
  });
  expect(await fieldsOf(lender, id, 'extend', { from: '2026-11-26', until: '2027-11-26' })).toEqual({
    until: '要晚于到期日（2027-11-26）',
  });
  expect(await fieldsOf(lender, id, 'extend', { from: '2027-11-26', until: '2028-11-26' })).toBeNull();
  await day('2026-12-22');
  await tick();
  expect(await loanOf(lender, id)).toMatchObject({ state: 'overdue', overdue: true });
  expect(await pay(id, '2026-12-22', 0, 48_611)).toBe(200);
  expect(await loanOf(lender, id)).toMatchObject({ state: 'extended', overdue: false, next: { on: '2027-03-21' } });
  await day('2027-03-22');
  await tick();
  expect(await loanOf(lender, id)).toMatchObject({ state: 'overdue', overdue: true });
});

test('a guarantor pays for what is overdue, something, and no more than is owed', async () => {
  await day('2026-11-26');
  const id = await lentTo(server, await freshPerson(server));
  await day('2026-12-22');
  await tick();
  const paid = (on: string, amount: number) => fieldsOf(lender, id, 'compensate', { on, amount });
  expect(await paid('2026-12-22', 0)).toEqual({ amount: '请填写大于 0 的金额' });
  // Of 200,000 for 25 days 486.11, and for the 90 of the quarter that runs 1,750.
  expect(await paid('2026-12-21', 20_223_612)).toEqual({
    on: '这一天还没有逾期，请核对代偿日期',
    amount: '不能超过没有还的本金和利息，一共 202,236.11 元',
  });
  expect(await pay(id, '2026-12-22', 0, 48_611)).toBe(200);
  // As loans stood that had paid up and were overdue all the same; the next row leads them out.
  await sql`update application set state = 'overdue' where id = ${id}`.execute(server.db);
  expect(await paid('2026-12-22', 20_000_000)).toEqual({ on: '这笔贷款没有逾期未还的款，不用登记代偿' });
  expect(await pay(id, '2026-12-22', 100, 0)).toBe(200);
  expect(await loanOf(lender, id)).toMatchObject({ state: 'repaying', balanceFen: 19_999_900 });
  await day('2027-03-22');
  await tick();
  // Of the 207 days of the quarters that began by then the first 25 are paid.
  expect(await paid('2027-03-22', 20_353_788)).toEqual({
    amount: '不能超过没有还的本金和利息，一共 203,537.87 元',
  });
  expect(await paid('2027-03-22', 20_353_787)).toBeNull();
  expect(await loanOf(lender, id)).toMatchObject({ state: 'compensated', next: null });
});

test('no way out is left untried: declined, copied, taken back, lapsed, extended, paid by the guarantor', async () => {
  await day('2026-11-26');
  const as = 'entrant-returned';
  const declined = await atGuarantor(server, as);
  expect(await moveOn(server, 'guarantor-1', declined, 'declineGuarantee')).toBe('GUARANTEED_LOAN_REASON_MISSING');
  expect(await moveOn(server, 'guarantor-1', declined, 'declineGuarantee', { reason: '经营时间太短' })).toBe(200);
  // A new one is filled in with what was answered before.
  const again = await begin(server, as);
  const { own } = await server.ask<{ own: { sections: Array<{ section: string; data: object }> } }>(
    as,
    'benefits/application',
    { applicationId: again },
  );
  expect(own.sections.find(({ section }) => section === 'loan')?.data).toEqual({
    wan: 20,
    months: 24,
    bank: organisationId('bank-1'),
  });

  const bankId = await atGuarantor(server, as);
  await moveOn(server, 'guarantor-1', bankId, 'agree', { answers: agreed });
  expect(await moveOn(server, lender, bankId, 'askBank', { faults: [{ section: 'files', text: '请补流水' }] })).toBe(
    200,
  );
  expect(await moveOn(server, as, bankId, 'supplyBank')).toBe(200);
  expect(
    await moveOn(server, lender, bankId, 'declineLoan', { reason: '还款来源不足', answers: { inside: '评分低' } }),
  ).toBe(200);
  const lapsing = await atGuarantor(server, as);
  await moveOn(server, 'guarantor-1', lapsing, 'agree', { answers: agreed });
  await moveOn(server, lender, lapsing, 'approve', { answers: approved });
  await day('2026-12-12');
  await tick();
  expect(await view(as, lapsing)).toMatchObject({ state: 'lapsed' });
  const waiting = await atGuarantor(server, as);
  await moveOn(server, 'guarantor-1', waiting, 'askGuarantor', { faults: [{ section: 'files', text: '请补' }] });
  await day('2027-01-05');
  await tick();
  expect(await view(as, waiting)).toMatchObject({ state: 'expired' });

  await day('2026-11-26');
  const extended = await lentTo(server, 'clerk-yaodu');
  await day('2027-11-20');
  await pay(extended, '2027-11-20', 0, 710_000);
  expect(
    await moveOn(server, lender, extended, 'extend', { answers: { from: '2027-11-26', until: '2028-05-26' } }),
  ).toBe(200);
  expect(
    await moveOn(server, lender, extended, 'extend', { answers: { from: '2027-11-26', until: '2028-05-26' } }),
  ).toBe('GUARANTEED_LOAN_MOVE_NOT_ALLOWED');
  await day('2028-05-27');
  await tick();
  expect(await view(lender, extended)).toMatchObject({ state: 'overdue' });
  expect(
    await moveOn(server, lender, extended, 'compensate', { answers: { on: '2028-05-27', amount: 20_000_000 } }),
  ).toBe(200);
  // What the guarantor paid for is owed to the guarantor: at the bank nothing falls due, and nothing is entered.
  expect(await loanOf(lender, extended)).toMatchObject({ next: null, overdue: false, writes: false });
  const { items, late } = await server.ask<{ items: { applicationId: string; nextOn: string | null }[]; late: object }>(
    lender,
    'lending/loans',
    {},
  );
  expect(items.find(({ applicationId }) => applicationId === extended)?.nextOn).toBeNull();
  const overdue = items.filter(({ nextOn }) => nextOn !== null && nextOn < '2028-05-27').length;
  expect(late).toEqual({ count: overdue, more: false });
  expect(await moveOn(server, 'guarantor-1', extended, 'recover', { answers: { on: '2028-05-27' } })).toBe(200);
  await day('2026-11-26');
  const lost = await lentTo(server, 'winner-third');
  await day('2028-05-27');
  await tick();
  await moveOn(server, lender, lost, 'compensate', { answers: { on: '2028-05-27', amount: 20_000_000 } });
  expect(await moveOn(server, 'guarantor-1', lost, 'writeOff', { reason: '无法追偿' })).toBe(200);
  // What the desk of HR does is walked in another file.
  const made = await server.db.selectFrom('move').select('move').distinct().execute();
  const hr = ['putBack', 'return', 'reject', 'withdraw'];
  expect(
    Object.keys(guaranteedLoan.lifecycle.moves).filter(
      (name) => !hr.includes(name) && !made.some(({ move }) => move === name),
    ),
  ).toEqual([]);
});

test('partners and a small firm: who borrows decides the rule, and nobody agrees to more than it lends', async () => {
  await day('2026-11-26');
  await keepLoanPolicy(server, 'guaranteed-loan-firm');
  // Two who found together, in a rule that names no partnership: each lends as to one person.
  const partner = await atGuarantor(server, 'clerk-yaodu', { group: { partners: 2 }, loan: { wan: 60 } });
  const large = { ...agreed, amount: 60_000_000 };
  expect(await fieldsOf('guarantor-1', partner, 'agree', large)).toEqual({ amount: '按规定最高 30 万元' });
  const named = [
    { code: 'perPartnerBp', zh: '合伙人每人比例', value: 11_000 },
    { code: 'partnersCeilingFen', zh: '合伙最高额度', value: 400_000_000 },
  ].map((each) => ({ ...each, from: null, to: null, docNo: '临财金〔2026〕1号', confidence: 'official' }));
  await sql`update policy_version set definition = jsonb_set(definition, '{parameters}', definition -> 'parameters' || ${JSON.stringify(named)}::jsonb)
    where code = 'guaranteed-loan-national' and version = 2`.execute(server.db);
  expect(await moveOn(server, 'guarantor-1', partner, 'agree', { answers: large })).toBe(200);
  expect(await fieldsOf(lender, partner, 'approve', { ...approved, amount: 60_000_000, months: 37 })).toEqual({
    months: '最长 36 个月',
  });
  expect(
    await moveOn(server, lender, partner, 'approve', { answers: { ...approved, amount: 60_000_000, months: 36 } }),
  ).toBe(200);

  // What a province lends beyond the rule is lent, as a figure of the policy; the subsidy keeps the rule's own cap.
  const more = { code: 'localPersonCapFen', zh: '本省个人最高额度', value: 50_000_000 };
  const local = { ...more, from: null, to: null, docNo: '晋财金〔2026〕9号', confidence: 'official' };
  await sql`update policy_version set definition = jsonb_set(definition, '{parameters}', definition -> 'parameters' || ${JSON.stringify([local])}::jsonb)
    where code = 'guaranteed-loan-national' and version = 2`.execute(server.db);
  const alone = await atGuarantor(server, await freshPerson(server), { loan: { wan: 51 } });
  expect(await fieldsOf('guarantor-1', alone, 'agree', { ...agreed, amount: 51_000_000 })).toEqual({
    amount: '按规定最高 50 万元',
  });
  expect(await moveOn(server, 'guarantor-1', alone, 'agree', { answers: { ...agreed, amount: 50_000_000 } })).toBe(200);

  const firm = {
    business: { entityKind: 'company', entityName: '蒲县山货有限公司', uscc: freshUscc() },
    group: { as: 'firm', employees: 20, newHires: 1, newHireContracts: 1, wageArrears: 'no', insuranceArrears: 'no' },
    loan: { wan: 401, months: 24 },
  };
  const owner = await freshPerson(server);
  const { applicationId } = await filled(server, owner, '141033', firm);
  await upload(server, owner, applicationId, 'licence');
  expect(await moveOn(server, owner, applicationId, 'submit')).toBe('BENEFITS_NOT_ELIGIBLE');
  await saveAnswers(server, owner, applicationId, 'group', {
    ...firm.group,
    newHires: 2,
    newHireContracts: 2,
  });
  expect(await moveOn(server, owner, applicationId, 'submit')).toBe(200);
  await moveOn(server, 'loan-puxian', applicationId, 'claim');
  await moveOn(server, 'loan-puxian', applicationId, 'pass');
  expect(await fieldsOf('guarantor-1', applicationId, 'agree', { ...agreed, amount: 401_000_000 })).toEqual({
    amount: '按规定最高 400 万元',
  });
  const waived = { ...agreed, amount: 10_000_000, counter: 'waived', ground: 'amount_le_100k' };
  expect(await fieldsOf('guarantor-1', applicationId, 'agree', waived)).toEqual({
    ground: '只适用于个人，请改选别的依据',
  });
  expect(
    await moveOn(server, 'guarantor-1', applicationId, 'agree', { answers: { ...agreed, amount: 400_000_000 } }),
  ).toBe(200);
  expect(await fieldsOf(lender, applicationId, 'approve', { ...approved, amount: 400_000_000, months: 25 })).toEqual({
    months: '最长 24 个月',
  });
});
