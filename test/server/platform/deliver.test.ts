import { deliver, freeLeases, type OutboxEvent, type Tell } from '../../../cloudfunctions/core/platform/deliver';
import { emit } from '../../../cloudfunctions/core/platform/outbox';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { type Call, makeCall } from '../../../cloudfunctions/core/rpc/call';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { layIntoInbox, lyingInInboxes } from '../../support/inboxes';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(() => server.close());

async function leave(...events: string[]): Promise<void> {
  const call = makeCall(server.home, server.db, null, server.clock.now());
  for (const event of events) await emit(call, event as never, 'entry:1', { by: 'nobody' } as never);
}

const each =
  (tellOne: (call: Call, event: OutboxEvent) => Promise<void>): Tell =>
  async (call, events) => {
    for (const event of events) await tellOne(call, event);
  };

/** Tells one person, as the notices' own telling does: one inbox row an event. */
const inbox: Tell = each(async (call, event) => {
  await layIntoInbox(call.db, { id: event.id, personId: personaId('member'), notice: event.event });
});

const shown = async () =>
  (await lyingInInboxes(server.db).select('notice').orderBy('notice').execute()).map(({ notice }) => notice);
const outbox = () =>
  server.db
    .selectFrom('outbox')
    .select(['event', 'attempts', 'delivered_at', 'failed_at', 'last_error'])
    .orderBy('created_at')
    .execute();

test('every waiting event is told once, oldest first', async () => {
  const told: OutboxEvent[] = [];
  await leave('a');
  server.clock.pass(1);
  await leave('b');
  expect(await deliver(server.home, async (_call, events) => void told.push(...events))).toBe(2);
  expect(told.map(({ event, subject, payload }) => [event, subject, payload])).toEqual([
    ['a', 'entry:1', { by: 'nobody' }],
    ['b', 'entry:1', { by: 'nobody' }],
  ]);
  expect(told[0]?.createdAt).toBe(server.clock.now() - 1);
  expect(await deliver(server.home, inbox)).toBe(0);
});

test('a telling that dies after its rows were written is rolled back, tried again later, and shown once', async () => {
  await leave('a');
  const dying: Tell = async (call, events) => {
    await inbox(call, events);
    throw new Error('the plug was pulled');
  };
  expect(await deliver(server.home, dying)).toBe(0);
  expect(await shown()).toEqual([]);
  expect(await outbox()).toEqual([
    { event: 'a', attempts: 1, delivered_at: null, failed_at: null, last_error: 'Error: the plug was pulled' },
  ]);
  server.clock.pass(4_999);
  expect(await deliver(server.home, inbox)).toBe(0);
  server.clock.pass(1);
  expect(await deliver(server.home, inbox)).toBe(1);
  expect(await shown()).toEqual(['a']);
  expect(await outbox()).toEqual([
    { event: 'a', attempts: 2, delivered_at: server.clock.now(), failed_at: null, last_error: null },
  ]);
});

test('two workers at once share the work and tell each event once', async () => {
  await leave(...Array.from({ length: 120 }, (_, n) => `e${n}`));
  const told = await Promise.all([deliver(server.home, inbox), deliver(server.home, inbox)]);
  expect(told[0] + told[1]).toBe(120);
  expect(new Set(await shown()).size).toBe(120);
  expect(await shown()).toHaveLength(120);
  expect(server.faults).toEqual([]);
});

test('the events of a worker that died with its lease are told by the next after a minute', async () => {
  await leave('a');
  await server.db
    .updateTable('outbox')
    .set({ attempts: 1, leased_until: at(server.clock.now() + 60_000) })
    .execute();
  expect(await deliver(server.home, inbox)).toBe(0);
  server.clock.pass(60_000);
  expect(await deliver(server.home, inbox)).toBe(1);
});

test('a worker that comes back after its lease ran out tells nothing a second time', async () => {
  await leave('a');
  let late: Promise<number> | undefined;
  await deliver(server.home, async (call, events) => {
    if (late) return inbox(call, events);
    // While the first one sleeps inside its telling, its lease runs out and a second one begins.
    server.clock.pass(60_000);
    late = deliver(server.home, inbox);
    await inbox(call, events);
  });
  expect(await late).toBe(0);
  expect(await shown()).toEqual(['a']);
});

test('an event that fails twelve times is set aside with its error, and the others go on', async () => {
  await leave('bad');
  for (let n = 0; n < 12; n += 1) {
    await deliver(server.home, async () => {
      throw new Error('no');
    });
    server.clock.pass(30 * 60_000);
  }
  expect(await outbox()).toMatchObject([{ event: 'bad', attempts: 12, delivered_at: null, last_error: 'Error: no' }]);
  expect((await outbox())[0]?.failed_at).toBe(server.clock.now() - 30 * 60_000);
  await leave('good');
  expect(await deliver(server.home, inbox)).toBe(1);
  expect(await shown()).toEqual(['good']);
});

test('a lease from a clock that was moved back since holds nothing up', async () => {
  await leave('a');
  const now = server.clock.now();
  server.clock.set(now + 90 * 86_400_000);
  await deliver(server.home, async () => {
    throw new Error('later');
  });
  server.clock.set(now);
  expect(await deliver(server.home, inbox)).toBe(1);
});

test('one bad event in a batch is tried alone and holds up none of the others', async () => {
  await leave('a', 'bad', 'c');
  const tell = each(async (call, event) => {
    await inbox(call, [event]);
    if (event.event === 'bad') throw new Error('no');
  });
  expect(await deliver(server.home, tell)).toBe(2);
  expect(await shown()).toEqual(['a', 'c']);
  expect(server.faults).toHaveLength(1);
});

test('a worker that is to stop ends after its batch and leaves the rest as it found it', async () => {
  await leave(...Array.from({ length: 120 }, (_, n) => `e${n}`));
  const stopped = new AbortController();
  const tell: Tell = async (call, events) => {
    await inbox(call, events);
    stopped.abort();
  };
  expect(await deliver(server.home, tell, { name: 'one', stopping: stopped.signal })).toBe(50);
  const rest = (await outbox()).filter(({ delivered_at }) => delivered_at === null);
  expect([rest.length, new Set(rest.map(({ attempts }) => attempts))]).toEqual([70, new Set([0])]);
  expect(await deliver(server.home, inbox)).toBe(70);
});

test('stopping in the middle of a batch that has to be told one by one gives the others back at once', async () => {
  await leave('a', 'b', 'c');
  const stopped = new AbortController();
  const tell: Tell = async (call, events) => {
    if (events.length > 1) throw new Error('not together');
    await inbox(call, events);
    stopped.abort();
  };
  expect(await deliver(server.home, tell, { name: 'one', stopping: stopped.signal })).toBe(1);
  expect(await deliver(server.home, inbox)).toBe(2);
});

test('a worker that begins anew takes back what it held when it was killed, and nobody else’s', async () => {
  await leave('mine', 'theirs');
  const held = { attempts: 1, leased_until: at(server.clock.now() + 60_000) };
  await server.db
    .updateTable('outbox')
    .set({ ...held, leased_by: 'one' })
    .where('event', '=', 'mine')
    .execute();
  await server.db
    .updateTable('outbox')
    .set({ ...held, leased_by: 'two' })
    .where('event', '=', 'theirs')
    .execute();
  await freeLeases(server.home, 'one');
  expect(await deliver(server.home, inbox, { name: 'one' })).toBe(1);
  expect(await shown()).toEqual(['mine']);
});
