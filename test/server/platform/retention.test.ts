import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { openSession } from '../../../cloudfunctions/core/platform/identity';
import { forgetOldRows } from '../../../cloudfunctions/core/platform/retention';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { instantOfId, makeUuidV7 } from '../../../src/shared/kernel/id';
import { layIntoInbox, lyingInInboxes } from '../../support/inboxes';
import { freshServer } from '../../support/server';

const day = 86_400_000;

test('answers, call counts, sessions, delivered events and messages are forgotten at their time and not before', async () => {
  const server = await freshServer();
  const { db, clock, home } = server;
  const now = clock.now();
  const once = (key: string, ms: number) => ({
    person_id: personaId('city'),
    key,
    procedure: 'a/b',
    input_hash: '',
    answer: '',
    at: at(ms),
  });
  await db
    .insertInto('done_once')
    .values([once('old', now - 7 * day - 1), once('new', now - 7 * day)])
    .execute();
  const minute = Math.floor(now / 60_000);
  await db
    .insertInto('call_rate')
    .values([
      { caller: 'old', minute: minute - 61, calls: 1 },
      { caller: 'new', minute: minute - 60, calls: 1 },
    ])
    .execute();
  await openSession(db, personaId('city'), now - 37 * day - 1, home.random);
  await openSession(db, personaId('city'), now - 37 * day, home.random);
  await sql`insert into outbox (id, event, subject, payload, created_at, delivered_at) values
    ('01900000-0000-7000-8000-000000000001', 'old', 's', '{}', ${at(0)}, ${at(now - 30 * day - 1)}),
    ('01900000-0000-7000-8000-000000000002', 'new', 's', '{}', ${at(0)}, ${at(now - 30 * day)}),
    ('01900000-0000-7000-8000-000000000003', 'waiting', 's', '{}', ${at(0)}, null)`.execute(db);
  const oldest = now - 3 * 366 * day;
  const messageOf = (instant: number) => ({ id: makeUuidV7(instant, home.random(10)), personId: personaId('city') });
  await layIntoInbox(db, messageOf(oldest - 1), messageOf(oldest));

  expect(
    await forgetOldRows(
      home,
      areas.flatMap((area) => area.retention ?? []),
    ),
  ).toBe(6);
  expect(await db.selectFrom('done_once').select('key').execute()).toEqual([{ key: 'new' }]);
  expect(await db.selectFrom('call_rate').select('caller').execute()).toEqual([{ caller: 'new' }]);
  expect(await db.selectFrom('session').select('created_at').execute()).toEqual([{ created_at: now - 37 * day }]);
  expect(await db.selectFrom('outbox').select('event').orderBy('event').execute()).toEqual([
    { event: 'new' },
    { event: 'waiting' },
  ]);
  const kept = await lyingInInboxes(db).select('m.id').execute();
  expect(kept.map(({ id }) => instantOfId(id))).toEqual([oldest]);
  expect(
    await forgetOldRows(
      home,
      areas.flatMap((area) => area.retention ?? []),
    ),
  ).toBe(0);
  await server.close();
});
