import { type RawBuilder, sql } from 'kysely';
import type { Db } from './db';

/**
 * The next number of a series, from 1 and without gaps: the counter's row stays locked until the caller's transaction ends,
 * so a change that is rolled back gives its number back.
 * @param name of the series, such as `feedback:20261124`
 */
export async function nextNumber(db: Db, name: string): Promise<number> {
  const { rows } = await counted(name).execute(db);
  if (!rows[0]) throw new Error(`The counter ${name} gave no number.`);
  return rows[0].value;
}

export const counted = (name: string): RawBuilder<{ value: number }> =>
  sql`insert into counter (name, value) values (${name}, 1)
    on conflict (name) do update set value = counter.value + 1 returning value`;
