import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting, makeTick } from '../../../cloudfunctions/core/line/tick';
import type { Db } from '../../../cloudfunctions/core/platform/db';
import { json } from '../../../cloudfunctions/core/platform/schema';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { makeFanOut } from '../../../cloudfunctions/core/telling/fan-out';
import { toldAtOnce } from '../../../cloudfunctions/core/telling/tell';
import { audiencesOf } from '../../../cloudfunctions/core/telling/tell-events';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { addStaff } from '../../support/crowd';
import { submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { lyingInInboxes } from '../../support/inboxes';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(() => server.close());

const clerks = 3;
const audiences = audiencesOf(areas);

/** Who was told of a submission as staff, one line a delivery. */
const toldStaff = async () =>
  (
    await lyingInInboxes(server.db)
      .select('d.person_id')
      .where('m.notice', '=', 'entry.submitted.staff')
      .orderBy('d.person_id')
      .execute()
  ).map(({ person_id }) => person_id);
const unfinished = () => server.db.selectFrom('message').select('id').where('fan_after', 'is not', null).execute();

/**
 * The database, with something done around each of its transactions.
 * @param each runs it, and may do something before its commit
 */
function around(db: Db, each: (run: (beforeCommit?: () => void) => Promise<unknown>) => Promise<unknown>): Db {
  const execute = (work: (tx: Db) => Promise<unknown>) =>
    each((beforeCommit) =>
      db.transaction().execute(async (tx) => {
        const answer = await work(tx);
        beforeCommit?.();
        return answer;
      }),
    );
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') return () => ({ execute });
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function pullThePlug(): never {
  throw new Error('the plug was pulled');
}

test('workers that die between two turns and within one leave nobody out and tell nobody twice', async () => {
  await addStaff(server.db, 2000, '141033');
  await submittedEntry(server);
  let turns = 0;
  const db = around(server.db, async (run) => {
    turns += 1;
    return turns > 1 ? pullThePlug() : run();
  });
  await deliverWaiting({ ...server.home, db }, areas).catch(() => undefined);
  expect([(await toldStaff()).length, (await unfinished()).length]).toEqual([toldAtOnce, 1]);

  expect(await makeFanOut(server.home, audiences, 500)()).toBe(true);
  expect(await toldStaff()).toHaveLength(toldAtOnce + 500);
  await makeFanOut({ ...server.home, db: around(server.db, (run) => run(pullThePlug)) }, audiences, 500)();
  expect(await toldStaff()).toHaveLength(toldAtOnce + 500);
  expect(server.faults).toHaveLength(1);

  // Two at once: while one has the message, the other finds nothing to do, or its next chunk.
  const worker = async () => {
    const turn = makeFanOut(server.home, audiences, 300);
    while (await turn());
  };
  await Promise.all([worker(), worker()]);
  await worker();
  const staff = await server.db
    .selectFrom('role_grant')
    .select('person_id')
    .distinct()
    .where('region_id', '=', '141033')
    .where('role', 'in', ['regionStaff', 'regionLead'])
    .orderBy('person_id')
    .execute();
  expect(await toldStaff()).toEqual(staff.map(({ person_id }) => person_id));
  expect(staff).toHaveLength(2000 + clerks);
  expect(await unfinished()).toEqual([]);
  expect(await makeFanOut(server.home, audiences)()).toBe(false);
});

test('an entry’s notice that comes meanwhile is told between two turns, before the fan-out ends', async () => {
  await addStaff(server.db, 2 * 5000 + toldAtOnce, '141033');
  await submittedEntry(server);
  const seen: string[] = [];
  let transactions = 0;
  let leader = '';
  const toldLeader = async () =>
    leader === '' ? [] : lyingInInboxes(server.db).select('m.id').where('d.person_id', '=', leader).execute();
  const db = around(server.db, async (run) => {
    transactions += 1;
    // The first tells of the event, each after it is a turn of the fan-out, or tells of what came meanwhile.
    if (transactions === 2) leader = (await submittedEntry(server, { region: '141002' })).leader;
    const answer = await run();
    seen.push(`${(await toldLeader()).length} told, ${(await unfinished()).length} under way`);
    return answer;
  });
  await deliverWaiting({ ...server.home, db }, areas);
  expect(seen).toEqual([
    '0 told, 1 under way',
    '0 told, 1 under way',
    '1 told, 1 under way',
    '1 told, 1 under way',
    '1 told, 0 under way',
    '1 told, 0 under way',
  ]);
  expect(await toldStaff()).toHaveLength(2 * 5000 + toldAtOnce + clerks + 1);
});

test('messages take turns, and one that cannot be told holds up no other', async () => {
  await addStaff(server.db, 1000, '141033');
  const messageOf = (n: number, audience: string) => ({
    id: makeUuidV7(fixedNow + n, new Uint8Array(10)),
    event_id: makeUuidV7(fixedNow + n, new Uint8Array(10)),
    notice: 'phase.opened',
    title: '报名已开始',
    body: '报名已开始。',
    link: null,
    fan_audience: audience,
    fan_facts: json({ regionId: '141033' }),
    fan_after: makeUuidV7(0, new Uint8Array(10)),
  });
  const [one, bad, two] = [
    messageOf(1, 'competition.regionStaff'),
    messageOf(2, 'competition.gone'),
    messageOf(3, 'competition.regionStaff'),
  ];
  await server.db.insertInto('message').values([one, bad, two]).execute();
  const countOf = async (id: string) =>
    (await server.db.selectFrom('delivery').select('person_id').where('message_id', '=', id).execute()).length;
  const turn = makeFanOut(server.home, audiences, 600);
  await turn();
  await turn();
  await turn();
  expect([await countOf(one.id), await countOf(two.id)]).toEqual([600, 600]);
  while (await turn());
  expect([await countOf(one.id), await countOf(two.id)]).toEqual([1000 + clerks, 1000 + clerks]);
  expect(await unfinished()).toEqual([{ id: bad.id }]);
  expect(server.faults).toHaveLength(1);
});

test('the database takes no message into the inbox of nobody, and lets no person go', async () => {
  const nobody = makeUuidV7(fixedNow, new Uint8Array(10));
  const { leader } = await submittedEntry(server);
  await deliverWaiting(server.home, areas);
  const [message] = await server.db.selectFrom('message').select('id').execute();
  const lay = (persons: string[]) =>
    server.db
      .insertInto('delivery')
      .values(persons.map((person_id) => ({ person_id, message_id: message?.id ?? '' })))
      .execute();
  await expect(lay([personaId('city'), nobody])).rejects.toThrow('a delivery names nobody');
  await lay([personaId('city')]);
  await expect(server.db.deleteFrom('person').where('id', '=', leader).execute()).rejects.toThrow('emptied and stays');
});

test('a tick does everything else before it tells many', async () => {
  await addStaff(server.db, 1000, '141033');
  await submittedEntry(server);
  const unsealedMeanwhile: number[] = [];
  const db = around(server.db, async (run) => {
    const unsealed = await server.db.selectFrom('audit').select('n').where('sealed_in', 'is', null).execute();
    if ((await toldStaff()).length > toldAtOnce) unsealedMeanwhile.push(unsealed.length);
    return run();
  });
  await makeTick({ ...server.home, db }, areas)();
  expect(new Set(unsealedMeanwhile)).toEqual(new Set([0]));
  expect(await toldStaff()).toHaveLength(1000 + clerks);
});
