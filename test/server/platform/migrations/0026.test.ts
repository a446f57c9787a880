import { sql } from 'kysely';
import { type Db, openDatabase, unhurried } from '../../../../cloudfunctions/core/platform/db';
import { up as before } from '../../../../cloudfunctions/core/platform/migrations/0007-notices-inbox';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0026-telling-messages';
import { readInbox } from '../../../../cloudfunctions/core/telling/inbox';
import { freshDatabase } from '../../../support/postgres';

/** `f…` of a digit: an id whose order among the old rows is plain to see. */
const idOf = (kind: number, n: number) => `01930000-0000-7000-8000-${kind}${String(n).padStart(11, '0')}`;
const [one, two] = [idOf(1, 1), idOf(1, 2)];

let db: Db;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  db = openDatabase(fresh.url, 1, unhurried);
  await sql`drop table delivery, message cascade`.execute(db);
  await before(db as never);
  await sql`insert into person (id, display_name, created_at) values (${one}, '甲', to_timestamp(0)), (${two}, '乙', to_timestamp(0))`.execute(
    db,
  );
});
afterAll(async () => {
  await db.destroy();
  await drop();
});

test('the inbox of before is the same after: its order, its words, its links and what was read', async () => {
  // Event 1 is told to both; 2 and 3 are of one instant, and in nobody's order but that of their rows; 4 is older than its row.
  const rows = [
    { n: 3, event: 1, person: one, at: '2026-11-24T01:00:00.123Z', read: '2026-11-24T02:00:00Z' },
    { n: 2, event: 1, person: two, at: '2026-11-24T01:00:00.123Z', read: null },
    { n: 5, event: 2, person: one, at: '2026-11-25T01:00:00Z', read: null },
    { n: 4, event: 3, person: one, at: '2026-11-25T01:00:00Z', read: null },
    { n: 9, event: 4, person: one, at: '2026-10-01T00:00:00Z', read: null },
  ];
  for (const { n, event, person, at, read } of rows) {
    await sql`insert into inbox_item (id, event_id, person_id, notice, title, body, link, created_at, read_at)
      values (${idOf(2, n)}, ${idOf(3, event)}, ${person}, 'entry.claimed', ${`题 ${event}`}, ${`文 ${event}`},
        ${event === 4 ? null : `/to?${event}`}, ${at}, ${read})`.execute(db);
  }
  // A second notice of the same event has its own words.
  await sql`insert into inbox_item (id, event_id, person_id, notice, title, body, link, created_at)
    values (${idOf(2, 1)}, ${idOf(3, 1)}, ${one}, 'entry.claimed.staff', '另', '另文', null, '2026-11-24T01:00:00.123Z')`.execute(
    db,
  );
  const old = await sql`select person_id, notice, title, body, link, created_at, read_at from inbox_item
    order by person_id, created_at desc, id desc`.execute(db);

  await up(db as never);
  // Read as it is today, which asks for a newer column too.
  await sql`alter table message add column phone_purpose text`.execute(db);

  const told = await Promise.all(
    [one, two].map(async (person_id) =>
      (await readInbox(db, person_id, null, 10)).map(({ id, createdAt, readAt, phone: _, ...words }) => ({
        person_id,
        ...words,
        created_at: createdAt,
        read_at: readAt,
      })),
    ),
  );
  expect(told.flat()).toEqual(old.rows);
  const [first, second] = await readInbox(db, one, null, 10);
  expect([first?.title, second?.title]).toEqual(['题 2', '题 3']);
  expect(await readInbox(db, one, second?.id ?? null, 1)).toMatchObject([{ title: '题 1' }]);
  expect(first?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});
