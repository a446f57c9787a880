import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { keepLoanPolicy, moveOn } from '../../support/applications';
import { freshPerson } from '../../support/entry-factory';
import { agreed, approved, atGuarantor, lent, lentTo } from '../../support/loans';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
let tick: () => Promise<void>;
beforeEach(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
  tick = makeTick(server.home, areas);
});
afterEach(() => server.close());

async function day(text: string): Promise<void> {
  const now = Date.parse(`${text}T10:00:00+08:00`);
  server.clock.set(now);
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date(now + 86_400_000) })
    .execute();
}
const stateOf = async (id: string) =>
  (await server.db.selectFrom('application').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
const detailsOf = async (id: string) =>
  (await server.db.selectFrom('application').select('details').where('id', '=', id).executeTakeFirstOrThrow()).details;

test('whoever borrowed and closed their account leaves a loan that goes on: it falls overdue, is paid, and is emptied once it is outlived', async () => {
  const [left, other] = [await freshPerson(server), await freshPerson(server)];
  const [loan, another] = [await lentTo(server, left), await lentTo(server, other)];
  await server.ask(left, 'rights/leave', { agreed: true });
  await tick();
  await day('2027-01-05');
  await tick();
  expect([await stateOf(loan), await stateOf(another)]).toEqual(['overdue', 'overdue']);
  const paid = { applicationId: loan, on: '2027-01-05', principalFen: 0, interestFen: 2_000_000, serial: '' };
  expect((await server.call('lender-1', 'lending/addRepayment', paid)).status).toBe(200);
  expect([await stateOf(loan), await stateOf(another)]).toEqual(['repaying', 'overdue']);
  expect(await detailsOf(loan)).toMatchObject({ chosen: { bank: expect.any(String) } });

  await sql`update application set state = 'settled', live = false, changed_at = '2010-01-01' where id = ${loan}`.execute(
    server.db,
  );
  await makeTick(server.home, areas)();
  expect(await detailsOf(loan)).toEqual({});
  expect(server.faults).toEqual([]);
});

test('between contract and money nobody closes their account: what decides the subsidy is read from the form as it is lent', async () => {
  const as = await freshPerson(server);
  const id = await atGuarantor(server, as);
  for (const [by, move, answers] of [
    ['guarantor-1', 'agree', agreed],
    ['lender-1', 'approve', approved],
    ['lender-1', 'sign', { contractOn: '2026-11-24', contractNo: 'HT-L' }],
  ] as const)
    expect(await moveOn(server, by, id, move, { answers })).toBe(200);
  const { hinderedZh } = await server.ask<{ hinderedZh: string[] }>(as, 'rights/beforeLeaving', {});
  expect(hinderedZh).toEqual(['您的创业担保贷款已签合同、还没有放款，放款后可以注销']);
  const leave = async () => {
    const { status, body } = await server.call(as, 'rights/leave', { agreed: true });
    return body.ok ? status : body.error.code;
  };
  expect(await leave()).toBe('RIGHTS_LEAVING_HINDERED');
  expect(await moveOn(server, 'lender-1', id, 'disburse', { answers: { ...lent, disbursedOn: '2026-11-24' } })).toBe(
    200,
  );
  expect(await leave()).toBe(200);
  expect(server.faults).toEqual([]);
});

test('a case that the clock cannot move keeps no other from its move, and is told of', async () => {
  const [broken, sound] = [
    await lentTo(server, await freshPerson(server)),
    await lentTo(server, await freshPerson(server)),
  ];
  await sql`update application set details = '{}' where id = ${broken}`.execute(server.db);
  await day('2027-01-05');
  await tick();
  expect([await stateOf(broken), await stateOf(sound)]).toEqual(['repaying', 'overdue']);
  expect(server.faults).toEqual([expect.objectContaining({ part: 'guaranteed-loan/fallOverdue', id: broken })]);
});

test('a loan that the clock cannot write keeps no other from its reminder and its statement, and is told of', async () => {
  const [broken, sound] = [
    await lentTo(server, await freshPerson(server)),
    await lentTo(server, await freshPerson(server)),
  ];
  await sql`create function refuse_write() returns trigger language plpgsql as $$ begin raise 'refused by the test'; end $$`.execute(
    server.db,
  );
  await sql`create trigger refuse_write before update on loan for each row when (old.id = ${sql.lit(broken)}) execute function refuse_write()`.execute(
    server.db,
  );
  await day('2026-12-20');
  await tick();
  await day('2027-01-02');
  await tick();
  await sql`drop function refuse_write cascade`.execute(server.db);
  const reminded = await server.db.selectFrom('loan').select('id').where('reminded_for', 'is not', null).execute();
  expect(reminded).toEqual([{ id: sound }]);
  const statements = await server.db.selectFrom('loan_statement').select(['loan_id', 'period_to']).execute();
  expect(statements).toEqual([{ loan_id: sound, period_to: '2026-12-21' }]);
  const told = server.faults.map((fault) => fault as { part: string; id: string });
  expect([...new Set(told.map(({ part, id }) => `${part} ${id}`))].sort()).toEqual([
    `draftStatements ${broken}`,
    `remindDue ${broken}`,
  ]);
});
