import { sql } from 'kysely';
import { addLines } from '../../../cloudfunctions/core/finance/queries';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { here } from '../../../tools/docs/callers';
import { filled, keepLoanPolicy, moveOn } from '../../support/applications';
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
  /** Another's, whom the desk at home holds. */
  heldApplication: string;
  training: Training;
  places: PlacesWorld;
  /** A list that finance has, with its one line. */
  payment: { batchId: string; lineId: string };
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

/** Two that were handed in here: the leader's was sent back, the other is being checked. */
async function makeApplications(server: TestServer, people: People) {
  await keepLoanPolicy(server);
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
    heldApplication: held.applicationId,
    payment: { batchId, lineId },
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
