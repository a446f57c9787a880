import { sql } from 'kysely';
import { inTurns, type Turns } from '../../../cloudfunctions/core/cases/in-turns';
import { freshPerson } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
let due: string[];
beforeEach(async () => {
  server = await freshServer();
  due = [];
  for (let n = 0; n < 5; n += 1) due.push(await freshPerson(server));
  due.sort();
  await server.db.updateTable('person').set({ display_name: '轮到' }).where('id', 'in', due).execute();
});
afterEach(() => server.close());

/** Renames those who are due, two at once; `worksOn` says what becomes of the third. */
const renaming = (worksOn: (id: string) => boolean): Turns => ({
  part: 'renaming',
  atOnce: 2,
  take: async ({ db }, most, others) =>
    (
      await sql<{ id: string }>`select id from person where display_name = '轮到' and ${others(sql`id`)}
        order by id limit ${most} for update skip locked`.execute(db)
    ).rows.map(({ id }) => id),
  work: async ({ db }, ids) => {
    const done = ids.filter((id) => id !== due[2] || worksOn(id));
    if (done.length > 0) await db.updateTable('person').set({ display_name: '已办' }).where('id', 'in', done).execute();
  },
});

const done = async () =>
  (await server.db.selectFrom('person').select('id').where('display_name', '=', '已办').orderBy('id').execute()).map(
    ({ id }) => id,
  );
/** All but the third. */
const others = () => due.filter((_, n) => n !== 2);

test('everybody has a turn, and whoever tells of it is woken once', async () => {
  const woken: number[] = [];
  const home = { ...server.home, wake: () => void woken.push(server.clock.now()) };
  expect(
    await inTurns(
      home,
      renaming(() => true),
    ),
  ).toBe(5);
  expect([await done(), woken.length, server.faults]).toEqual([due, 1, []]);
  expect([
    await inTurns(
      home,
      renaming(() => true),
    ),
    woken.length,
  ]).toEqual([0, 1]);
});

type Spoilt = { how: string; worksOn(id: string): boolean; words: string; count: number };
const spoilt: Spoilt[] = [
  {
    how: 'fails',
    worksOn: () => {
      throw new Error('It cannot be renamed.');
    },
    words: 'It cannot be renamed.',
    count: 4,
  },
  // It was worked on like the others, to no effect.
  { how: 'stays due after its turn', worksOn: () => false, words: 'A case is still due after its turn.', count: 5 },
];

test.each(spoilt)(
  'one that $how is told of, is passed by until the next tick, and keeps no other from its turn',
  async ({ worksOn, words, count }) => {
    const turns = renaming(worksOn);
    expect(await inTurns(server.home, turns)).toBe(count);
    expect(await done()).toEqual(others());
    const told = { part: 'renaming', id: due[2], error: expect.objectContaining({ message: words }) };
    expect(server.faults).toEqual([told]);
    // At the next it is tried again, alone.
    await inTurns(server.home, turns);
    expect(server.faults).toEqual([told, told]);
    expect(
      await inTurns(
        server.home,
        renaming(() => true),
      ),
    ).toBe(1);
    expect(await done()).toEqual(due);
    server.faults.length = 0;
  },
);
