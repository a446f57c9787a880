import { sql } from 'kysely';
import { lendDatabase } from '../../support/lent-databases';
import { fingerprint } from '../fuzz/fingerprint';

/** Which database it is, by its name. */
const nameOf = async (lent: Awaited<ReturnType<typeof lendDatabase>>): Promise<string | undefined> =>
  (await sql<{ name: string }>`select current_database() as name`.execute(lent.db)).rows[0]?.name;

test('whatever was added, changed or taken away in a database stands as before when it is lent again', async () => {
  const first = await lendDatabase();
  const [name, before] = [await nameOf(first), await fingerprint(first.db)];
  await sql`delete from phase`.execute(first.db);
  await sql`update person set display_name = '另一个名字'`.execute(first.db);
  await sql`insert into setting (key, value) values ('sample', '"x"')`.execute(first.db);
  await sql`select nextval('entry_search_before')`.execute(first.db);
  expect(await fingerprint(first.db)).not.toEqual(before);
  await first.giveBack();
  await expect(nameOf(first)).rejects.toThrow('given back');

  const second = await lendDatabase();
  expect([await nameOf(second), await fingerprint(second.db)]).toEqual([name, before]);
  const { rows } = await sql<{ n: number }>`select nextval('entry_search_before') as n`.execute(second.db);
  expect(rows).toEqual([{ n: -1 }]);
  await second.giveBack();
});

test('a database whose tables were changed, or on which somebody still works, is not lent again', async () => {
  const changed = await lendDatabase();
  const [name, before] = [await nameOf(changed), await fingerprint(changed.db)];
  await sql`alter table phase add column sample int`.execute(changed.db);
  await changed.giveBack();
  const busy = await lendDatabase();
  expect([(await nameOf(busy)) === name, await fingerprint(busy.db)]).toEqual([false, before]);

  const held = busy.db.connection().execute((db) => sql`select pg_sleep(60)`.execute(db));
  const ended = expect(held).rejects.toThrow();
  const busyName = await nameOf(busy);
  await busy.giveBack();
  await ended;
  const next = await lendDatabase();
  expect(await nameOf(next)).not.toBe(busyName);
  await next.giveBack();
});
