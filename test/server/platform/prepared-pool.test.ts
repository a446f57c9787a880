import { sql } from 'kysely';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

const preparedTimes = async (text: string): Promise<number> =>
  server.db.connection().execute(async (db) => {
    for (const n of [1, 2, 3]) await sql`select ${n}::int + 40 as n`.execute(db);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_prepared_statements
      where statement like ${text}`.execute(db);
    return rows[0]?.count ?? 0;
  });

test('a statement is prepared once, however often it runs', async () => {
  expect(await preparedTimes('select $1::int + 40%')).toBe(1);
});

test('a table that a migration changed is read anew on a living connection', async () => {
  await server.db.connection().execute(async (db) => {
    await sql`create temporary table shape (a int)`.execute(db);
    await sql`insert into shape values (${7})`.execute(db);
    const read = () => sql`select * from shape where a = ${7}`.execute(db);
    expect((await read()).rows).toEqual([{ a: 7 }]);
    await sql`alter table shape add column b int default 8`.execute(db);
    expect((await read()).rows).toEqual([{ a: 7, b: 8 }]);
    expect((await read()).rows).toEqual([{ a: 7, b: 8 }]);
  });
});

test('a transaction whose plan is outdated fails with the code that lets it run again', async () => {
  await server.db.connection().execute(async (db) => {
    await sql`create temporary table form (a int)`.execute(db);
    const read = (on: typeof db) => sql`select * from form where a = ${1}`.execute(on);
    await read(db);
    await sql`alter table form add column b int`.execute(db);
    await expect(db.transaction().execute(read)).rejects.toMatchObject({ code: '0A000' });
    expect((await db.transaction().execute(read)).rows).toEqual([]);
  });
});
