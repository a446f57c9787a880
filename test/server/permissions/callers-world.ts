import { sql } from 'kysely';
import { addLines } from '../../../cloudfunctions/core/finance/queries';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { guarantorHere } from '../../../src/shared/kernel/sample-cast';
import { here, organisation } from '../../../tools/docs/callers';
import { filled, keepLoanPolicy, moveOn, saveAnswers, upload } from '../../support/applications';
import { uploadFile } from '../../support/entry-factory';
import { samplePayment } from '../../support/payments';
import { makePdf } from '../../support/sample-files/pdf';
import { serverAfter, type TestServer } from '../../support/server';
import { makeWorld, type World } from '../../support/world';
import { makeReferrals, type Referrals } from '../../support/world/referrals';
import { makeTraining, type Training } from '../../support/world/training';
import { makePeople, type People } from './matrix-people';
import { makePlaces, type PlacesWorld } from './places-world';

/** The world of every kind of caller: one leader, and in each team the same people. */
export type CallersWorld = World & {
  people: People;
  /** Begun at the counter by `staffHelper`, with the signed form, and the code by which anybody takes it over. */
  counter: { entryId: string; code: string };
  /** One that the leader gave. */
  consentId: string;
  /** The leader's, sent back by the desk, with its file. */
  application: { applicationId: string; uploadId: string; version: number };
  referrals: Referrals;
  /** The leader's, of another kind, begun and not handed in. */
  applicationDraft: string;
  /** Another's, whom the desk at home holds. */
  heldApplication: string;
  training: Training;
  places: PlacesWorld;
  /** A list that finance has, with its one line. */
  payment: { batchId: string; lineId: string };
  /** The leader's, lent by the bank at home, with what was paid of it and a statement. */
  lent: {
    applicationId: string;
    uploadId: string;
    licenceId: string;
    cardId: string;
    repaymentId: string;
    statementId: string;
  };
};

async function makeCounter(
  server: TestServer,
  clerk: string,
  { contestId, track }: { contestId: string; track: string },
) {
  const chosen = { contestId, trackCode: track, groupCode: 'idea_team', name: '王小明' };
  const { entryId } = await server.ask<{ entryId: string }>(clerk, 'entry/beginCounter', chosen);
  await uploadFile(server, clerk, entryId, 'signed_consent', { name: '授权书.pdf', bytes: makePdf() });
  const { code } = await server.ask<{ code: string }>(clerk, 'entry/showCounterCode', { entryId });
  return { entryId, code };
}

/** `staffHelper` filled in everything at the counter: what waits to be confirmed, and what the leader has confirmed. */
const letHelp = async (server: TestServer, leader: string, helper: string) => {
  await sql`update counter_entry set helper_id = ${helper}`.execute(server.db);
  const now = new Date(server.clock.now());
  await sql`insert into counter_entry (entry_id, helper_id, begun_at, ends_at, confirmed_at)
    select id, ${helper}::uuid, ${now}, ${now}, ${now} from entry where leader_id = ${leader}`.execute(server.db);
};

/** The leader's loan, from the form to the first payment. It counts as none of theirs any more, so that they may begin another. */
async function makeLoan(server: TestServer, people: People) {
  const [leader, desk, offices] = [people.leader.personId, people.loanHere.personId, people.officesHere.personId];
  const { applicationId } = await filled(server, leader, here);
  await saveAnswers(server, leader, applicationId, 'loan', { bank: organisation });
  const licenceId = await upload(server, leader, applicationId, 'licence');
  const today = '2026-11-24';
  const steps: Array<[string, string, object]> = [
    [leader, 'submit', {}],
    [desk, 'claim', {}],
    [desk, 'pass', { guarantor: guarantorHere }],
    [offices, 'agree', { amount: 20_000_000, fee: 0, counter: 'needed', counterZh: '保证', spouseCredit: 'none' }],
    [offices, 'approve', { amount: 20_000_000, rate: 350, months: 12, method: 'interestFirst', accrual: 'act360' }],
    [offices, 'sign', { contractOn: today, contractNo: 'HT-1' }],
    [offices, 'disburse', { disbursedOn: today, amount: 20_000_000, payee: '王小明', account: '6222020000001234' }],
  ];
  let uploadId = '';
  for (const [as, move, answers] of steps) {
    await moveOn(server, as, applicationId, move, { answers });
    if (move === 'pass') uploadId = await upload(server, leader, applicationId, 'credit_report');
  }
  const cardId = await upload(server, leader, applicationId, 'bank_card');
  const paid = { applicationId, on: today, principalFen: 100_000, interestFen: 0, serial: 'S0' };
  const { repayments } = await server.ask<{ repayments: Array<{ repaymentId: string }> }>(
    offices,
    'lending/addRepayment',
    paid,
  );
  const statementId = makeCall(server.home, server.db, null, server.clock.now()).newId();
  await server.db
    .insertInto('loan_statement')
    .values({
      id: statementId,
      loan_id: applicationId,
      region_id: here,
      period_from: '2026-09-21',
      period_to: '2026-10-21',
      n: 1,
      days: 30,
      interest_fen: 2,
      charged_fen: 2,
      subsidy_fen: 1,
      amount_fen: 1,
      differs: false,
      drafted_at: new Date(server.clock.now()),
    })
    .execute();
  await server.db.updateTable('application').set({ live: false }).where('id', '=', applicationId).execute();
  return { applicationId, uploadId, licenceId, cardId, repaymentId: repayments[0]?.repaymentId ?? '', statementId };
}

/** Two that were handed in here: the leader's was sent back, the other is being checked. */
async function makeApplications(server: TestServer, people: People) {
  await keepLoanPolicy(server);
  const lent = await makeLoan(server, people);
  const leader = people.leader.personId;
  const other = people.endedStaff.personId;
  const desk = people.loanHere.personId;
  const application = await filled(server, leader, here);
  await moveOn(server, leader, application.applicationId, 'submit');
  await moveOn(server, desk, application.applicationId, 'claim');
  const faults = ['files', 'loan'].map((section) => ({ section, text: '请核对' }));
  await moveOn(server, desk, application.applicationId, 'return', { faults });
  const { version } = await server.ask<{ version: number }>(leader, 'benefits/application', {
    applicationId: application.applicationId,
  });
  const draft = await server.ask<{ applicationId: string }>(leader, 'benefits/beginApplication', {
    kind: 'subsidy-one-off',
    regionId: here,
  });
  const held = await filled(server, other, here);
  await moveOn(server, other, held.applicationId, 'submit');
  await moveOn(server, desk, held.applicationId, 'claim');
  // Policy drafts of the world stand where this version would.
  await server.db.deleteFrom('policy_version').where('code', '=', 'guaranteed-loan-national').execute();
  const call = makeCall(server.home, server.db, null, server.clock.now());
  const { batchId } = await addLines(call, { sourceKind: 'sample', titleZh: '样例付款' }, [
    samplePayment(call.newId()),
  ]);
  const { id: lineId } = await server.db.selectFrom('payment_line').select('id').executeTakeFirstOrThrow();
  return {
    application: { ...application, version },
    applicationDraft: draft.applicationId,
    heldApplication: held.applicationId,
    payment: { batchId, lineId },
    lent,
  };
}

/** A server with the world as the matrix and the fuzz ask about it; in it the clerk and the lead of its region are at work. */
export async function openCallersWorld(): Promise<{ server: TestServer; world: CallersWorld }> {
  const { server, made } = await serverAfter('callers', makeCallersWorld);
  return { server, world: made };
}

async function makeCallersWorld(server: TestServer): Promise<CallersWorld> {
  const people = await makePeople(server);
  const id = (kind: keyof People): string => people[kind].personId;
  const team = {
    editors: [id('editor')],
    viewers: [id('viewer'), id('staffOnTeam'), id('leadOnTeam')],
    past: [id('formerMember'), id('staffOnceOnTeam')],
  };
  const clerk = id('staffHere');
  const track = 'rural_revitalisation';
  const world = await makeWorld(server, {
    region: here,
    track,
    leads: () => id('leader'),
    team: () => team,
    clerk,
    lead: id('leadHere'),
    anybody: id('stranger'),
    pause: 60_000,
  });
  const counter = await makeCounter(server, clerk, { contestId: world.contestId, track });
  await letHelp(server, id('leader'), id('staffHelper'));
  const { id: consentId } = await server.db
    .selectFrom('consent')
    .select('id')
    .where('person_id', '=', id('leader'))
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const training = await makeTraining(server, {
    trainer: id('trainerHere'),
    city: id('city'),
    leader: id('leader'),
    seated: id('endedStaff'),
    present: id('viewer'),
  });
  const applications = await makeApplications(server, people);
  const referrals = await makeReferrals(server, {
    leader: id('leader'),
    clerk,
    lead: id('leadHere'),
    city: id('city'),
    region: here,
  });
  const places = await makePlaces(server, people, here);
  return { ...world, training, people, counter, consentId, ...applications, referrals, places };
}
