import { addLines, type PaymentLine, paymentsOf } from '../../../cloudfunctions/core/finance/queries';
import { readCsv } from '../../../cloudfunctions/core/platform/sheets/csv';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { samplePayment } from '../../support/payments';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Head = {
  batchId: string;
  reference: string;
  lines: number;
  sumFen: number;
  paid: number;
  failed: number;
  waiting: number;
};
type Line = {
  lineId: string;
  payeeZh: string;
  accountMasked: string;
  amountFen: number;
  result: string;
  again: boolean;
};

const newId = () => makeCall(server.home, server.db, null, server.clock.now()).newId();
const send = (lines: PaymentLine[]) =>
  server.db
    .transaction()
    .execute((tx) =>
      addLines(makeCall(server.home, tx, null, server.clock.now()), { sourceKind: 'sample', titleZh: '样例' }, lines),
    );
const list = (batchId: string) => server.ask<Head & { items: Line[] }>('finance', 'finance/batch', { batchId });
const codeOf = async (...[as, path, input]: Parameters<TestServer['call']>) => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? status : body.error.code;
};

test('a list goes to finance whole and once, is paid or comes back with why, and what came back goes again with a later one', async () => {
  const [first, second] = [newId(), newId()];
  const { batchId, reference } = await send([
    samplePayment(first),
    samplePayment(second, { payeeZh: '=1+1 合作社', uscc: '91141033MA0K12345X', amountFen: -2_000 }),
  ]);
  expect(reference).toBe('FK2026-0001');
  await expect(send([samplePayment(newId()), samplePayment(first)])).rejects.toMatchObject({
    code: 'FINANCE_ALREADY_SENT',
  });
  const { items, ...head } = await list(batchId);
  expect(head).toMatchObject({ lines: 2, sumFen: 132_167, waiting: 2, paid: 0, failed: 0 });
  expect(items.map(({ accountMasked, result }) => [accountMasked, result])).toEqual([
    ['**** 1234', 'waiting'],
    ['**** 1234', 'waiting'],
  ]);
  expect(JSON.stringify(items)).not.toContain('6222');
  const { waitsForMe } = await server.ask<{ waitsForMe: Array<{ title: string }> }>('finance', 'notices/workbench');
  expect(waitsForMe.map(({ title }) => title)).toEqual(['付款清单 FK2026-0001']);

  // To pay by: whole accounts, in a file that spreadsheets open and that runs nothing.
  const file = await server.ask<{ name: string; base64: string }>('finance', 'finance/downloadBatch', { batchId });
  const bytes = Buffer.from(file.base64, 'base64');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(readCsv(bytes.toString('utf8')).map(({ cells }) => cells.slice(1, 5))).toEqual([
    ['收款户名', '统一社会信用代码', '收款账号', '金额（元）'],
    ['王小明', '', '6222020000001234', '1341.67'],
    ["'=1+1 合作社", '91141033MA0K12345X', '6222020000001234', '-20'],
  ]);
  const [one, two] = items.map(({ lineId }) => lineId);
  expect(await server.ask('finance', 'finance/revealAccount', { lineId: one })).toEqual({ value: '6222020000001234' });
  for (const as of ['auditor', 'city', 'loan-city', 'lender-1', 'member'])
    expect([as, await codeOf(as, 'finance/revealAccount', { lineId: one })]).toEqual([as, 'FORBIDDEN']);
  expect(await codeOf('auditor', 'finance/batch', { batchId })).toBe(200);
  const acts = await server.db
    .selectFrom('audit')
    .select('act')
    .where('subject', '=', `payment_batch:${batchId}`)
    .orderBy('n')
    .execute();
  expect(acts.map(({ act }) => act)).toEqual(['finance/send', 'finance/downloadBatch', 'finance/revealAccount']);

  const paid = (lineIds: Array<string | undefined>, paidOn = '2026-11-24') =>
    codeOf('finance', 'finance/markPaid', { batchId, lineIds, paidOn });
  expect([await paid([], '2026-11-25'), await paid([], '2026-11-23')]).toEqual(['FINANCE_NOT_YET', 'FINANCE_NOT_YET']);
  expect(await codeOf('finance', 'finance/markFailed', { lineId: two, reason: ' ' })).toBe('FINANCE_REASON_MISSING');
  expect(await codeOf('finance', 'finance/markFailed', { lineId: two, reason: '户名与账号不符' })).toBe(200);
  // One of them has its result: nothing is written of the other either.
  expect(await paid([one, two])).toBe('FINANCE_SETTLED');
  expect((await list(batchId)).waiting).toBe(1);
  expect(await paid([])).toBe(200);
  expect(await paid([])).toBe('FINANCE_SETTLED');
  expect(await codeOf('finance', 'finance/markFailed', { lineId: one, reason: '退回' })).toBe('FINANCE_SETTLED');

  await expect(send([samplePayment(first, { again: true })])).rejects.toMatchObject({ code: 'FINANCE_ALREADY_SENT' });
  const later = await send([samplePayment(second, { again: true })]);
  const stands = await paymentsOf(server.db, 'sample', [first, second]);
  expect([stands.get(first), stands.get(second)]).toMatchObject([
    { result: 'paid', paidOn: '2026-11-24', reference },
    { result: 'waiting', reference: later.reference },
  ]);
});

test('a list that is downloaded again says what became of each line, and has whole accounts of those alone that still wait', async () => {
  const { batchId } = await send([samplePayment(newId()), samplePayment(newId()), samplePayment(newId())]);
  const [one, two] = (await list(batchId)).items.map(({ lineId }) => lineId);
  await server.ask('finance', 'finance/markPaid', { batchId, lineIds: [one], paidOn: '2026-11-24' });
  await server.ask('finance', 'finance/markFailed', { lineId: two, reason: '户名不符' });
  const { base64 } = await server.ask<{ base64: string }>('finance', 'finance/downloadBatch', { batchId });
  const cells = readCsv(Buffer.from(base64, 'base64').toString('utf8')).map((row) => row.cells);
  expect(cells.map((row) => [row[3], row[7]])).toEqual([
    ['收款账号', '付款结果'],
    ['**** 1234', '已付 2026-11-24'],
    ['**** 1234', '没付成：户名不符'],
    ['6222020000001234', '待付'],
  ]);
  const told = await server.db
    .selectFrom('audit')
    .select('data')
    .where('subject', '=', `payment_batch:${batchId}`)
    .where('act', '=', 'finance/downloadBatch')
    .execute();
  expect(told).toEqual([{ data: { lines: 1 } }]);
});

test('who looks on is told that results are not theirs to write down', async () => {
  const { batchId } = await send([samplePayment(newId())]);
  for (const [as, records] of [
    ['auditor', false],
    ['finance', true],
  ] as const)
    expect([
      await server.ask(as, 'finance/batch', { batchId }),
      await server.ask(as, 'finance/batches', {}),
    ]).toMatchObject([{ records }, { records }]);
});
