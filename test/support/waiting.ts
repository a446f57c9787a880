import { sql } from 'kysely';
import type { TestServer } from './server';

/** Until somebody waits for another's lock; throws where nobody does. */
export async function untilSomebodyWaits({ db }: Pick<TestServer, 'db'>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { rows } =
      await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        db,
      );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Nobody waits for a lock.');
}
