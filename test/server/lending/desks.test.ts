import { sql } from 'kysely';
import { draftStatements } from '../../../cloudfunctions/core/lending/statements';
import { shanghaiDate } from '../../../src/shared/kernel/shanghai';
import { record } from '../../bench/record';
import { classKilled, draftingKilled, placesKilled, sendingKilled } from '../../support/benefit-kills';
import { siteId, withSites } from '../../support/incubation';
import { killedEverywhere } from '../../support/killed';
import { insertLentRows } from '../../support/lent-rows';
import { plansOf } from '../../support/plan-of';
import { freshServer, type TestServer } from '../../support/server';
import { untilSomebodyWaits } from '../../support/waiting';

type Todo = { id: string; title: string; detail: string };

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await withSites(server);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const anySubsidy = { kind: null, regionId: null, state: null };
test.each([
  ['lender-1', 'benefits/queue', {}, 'application a', 'application_(office_|city_)?queue'],
  ['loan-puxian', 'benefits/queue', {}, 'application a', 'application_(office_|city_)?queue'],
  ['loan-city', 'benefits/queue', {}, 'application a', 'application_(office_|city_)?queue'],
  ['lender-1', 'lending/loans', {}, 'loan l', 'loan_bank_due'],
  ['loan-puxian', 'lending/statements', { which: 'open' }, 'loan l', 'loan_statement_open'],
  ['loan-puxian', 'lending/statements', { which: 'sent' }, 'loan l', 'loan_statement_checked'],
  ['loan-city', 'lending/statements', { which: 'open' }, 'loan l', 'loan_statement_all_open'],
  ['loan-city', 'lending/statements', { which: 'sent' }, 'loan l', 'loan_statement_all_checked'],
  ['finance', 'finance/batches', {}, 'payment_batch', 'payment_batch_sent'],
  ['incubator-1', 'incubation/line', { siteId, type: 'desk' }, 'place_wish', 'place_wish_line'],
  ['incubator-1', 'incubation/board', { siteId }, 'rent_month', 'rent_month_open'],
  ['lender-1', 'notices/workbench', {}, 'loan l', 'loan_bank_open'],
  ['loan-puxian', 'notices/workbench', {}, 'loan_statement s', 'loan_statement_open'],
  ['city', 'subsidies/handedIn', anySubsidy, 'application a', 'subsidies_handed_in'],
  ['auditor', 'subsidies/handedIn', { ...anySubsidy, regionId: '141033' }, 'application a', 'subsidies_of_region'],
  ['city', 'subsidies/handedIn', { ...anySubsidy, state: 'reviewing' }, 'application a', 'subsidies_in_state'],
  [null, 'subsidies/listed', {}, 'application a', 'application_listed'],
] as const)('%s reads a page of %s %j in the order of an index', async (as, path, input, table, index) => {
  const plan = await plansOf(server, table, () => server.ask<object>(as, path, input));
  expect(plan).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using ${index} `));
  if (path === 'notices/workbench') return;
  // Of a limit that it is only told the database thinks so badly that it plans the page anew at every call.
  const statements = await record(() => server.ask<object>(as, path, input));
  expect(statements.filter(({ text }) => /limit \$/.test(text))).toEqual([]);
});

test('killed before any of its statements and done again, nothing is drafted, sent, offered or opened twice, and nothing is missing', async () => {
  const all = [
    [draftingKilled(server, 2), 7],
    [sendingKilled(server, 2), 17],
    [placesKilled(server, ['A01', 'A02']), 17],
    [classKilled(server, 2, 3), 29],
  ] as const;
  for (const [one, step] of all) {
    const { kills, faults } = await killedEverywhere(server, one, step);
    expect([one.name, faults, kills > 1]).toEqual([one.name, [], true]);
  }
});

test('what is drafted anew while it is sent goes to finance as it stands at last', async () => {
  const lent = { regionId: '141034', disbursedOn: '2026-07-01', draftsOn: shanghaiDate(server.clock.now()) };
  const [loanId] = await insertLentRows(server, 1, lent);
  await draftStatements(server.home);
  const { rows } = await sql<{ id: string; fen: number }>`select id, amount_fen as fen from loan_statement
    where loan_id = ${loanId}`.execute(server.db);
  const [statement] = rows;
  const sent = await server.db.transaction().execute(async (drafting) => {
    await sql`select from loan where id = ${loanId} for update`.execute(drafting);
    const sending = server.ask<{ sumFen: number }>('loan-city', 'lending/sendStatements', {
      statementIds: [statement?.id],
      note: '核对无误',
    });
    await Promise.race([sending, untilSomebodyWaits(server)]);
    await sql`update loan_statement set amount_fen = amount_fen + 1 where id = ${statement?.id}`.execute(drafting);
    return { sending };
  });
  expect((await sent.sending).sumFen).toBe(Number(statement?.fen) + 1);
  const list = () => server.ask<object>('loan-city', 'lending/statements', { which: 'sent' });
  expect(await plansOf(server, 'payment_line l', list)).toContain('using payment_line_of_source ');
});

test('whoever sends a loan’s statement waits for its application before they hold the loan, as whoever types a payment of it', async () => {
  const lent = { regionId: '141031', disbursedOn: '2026-07-01', draftsOn: shanghaiDate(server.clock.now()) };
  const [loanId] = await insertLentRows(server, 1, lent);
  await draftStatements(server.home);
  const { id } = await server.db
    .selectFrom('loan_statement')
    .select('id')
    .where('loan_id', '=', loanId ?? '')
    .executeTakeFirstOrThrow();
  const { first, free, sending } = await server.db.transaction().execute(async (typing) => {
    await sql`select from application where id = ${loanId} for update`.execute(typing);
    const sending = server.ask<{ sent: number }>('loan-city', 'lending/sendStatements', {
      statementIds: [id],
      note: '核对无误',
    });
    const first = await Promise.race([sending.then(() => 'sent'), untilSomebodyWaits(server).then(() => 'waits')]);
    const { rows } = await sql`select id from loan where id = ${loanId} for update skip locked`.execute(typing);
    return { first, free: rows, sending };
  });
  expect([first, free]).toEqual(['waits', [{ id: loanId }]]);
  expect((await sending).sent).toBe(1);
});

test('what waits to be checked is counted to a thousand, and its sum told up to there', async () => {
  await sql`delete from loan_statement where checked_at is null`.execute(server.db);
  const told = async (n: number) => {
    await sql`insert into loan_statement (id, loan_id, region_id, period_from, period_to, n, days, interest_fen, charged_fen, subsidy_fen,
        amount_fen, differs, drafted_at)
      select gen_random_uuid(), id, region_id, '2030-03-21', '2030-06-21', ${n}::int * 1000 + i, 92, 200, 200, 100, 100, false, ${new Date(server.clock.now())}
      from (select * from loan limit 1) l, generate_series(1, ${n}::int) i`.execute(server.db);
    const { open } = await server.ask<{ open: object }>('loan-city', 'lending/statements', { which: 'open' });
    const { waitsForMe } = await server.ask<{ waitsForMe: Todo[] }>('loan-city', 'notices/workbench', {});
    const todo = waitsForMe.find(({ id }) => id.startsWith('statements-'));
    return { open, title: todo?.title, detail: todo?.detail };
  };
  expect([await told(2), await told(999)]).toEqual([
    { open: { count: 2, more: false }, title: '核对 2 份贴息清单', detail: '共 2.00 元，核对后送财政' },
    { open: { count: 1000, more: true }, title: '核对 1000 份以上贴息清单', detail: '核对后送财政' },
  ]);
});
