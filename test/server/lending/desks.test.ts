import { classKilled, draftingKilled, placesKilled, sendingKilled } from '../../support/benefit-kills';
import { siteId, withSites } from '../../support/incubation';
import { killedEverywhere } from '../../support/killed';
import { plansOf } from '../../support/plan-of';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await withSites(server);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

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
] as const)('%s reads a page of %s %j in the order of an index', async (as, path, input, table, index) => {
  const plan = await plansOf(server, table, () => server.ask<object>(as, path, input));
  expect(plan).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using ${index} `));
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
