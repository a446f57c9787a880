import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Db } from './db';

/** So many people are remembered a day; beyond that the day is written again, which changes nothing. */
const most = 50_000;

/**
 * Remembers on which day in Shanghai a person called last, while a phone number is kept of them: its term runs from there. One small statement a person,
 * day and process.
 */
export function makeLastUse(db: Db): (personId: string, now: number) => Promise<void> {
  let day = '';
  let noted = new Set<string>();
  return async (personId, now) => {
    const today = shanghaiDate(now);
    if (today !== day || noted.size >= most) [day, noted] = [today, new Set()];
    if (noted.has(personId)) return;
    await sql`update person set last_used_on = ${today}::date
      where id = ${personId} and phone_sealed is not null and last_used_on is distinct from ${today}::date`.execute(db);
    noted.add(personId);
  };
}
