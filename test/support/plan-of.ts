import { sql } from 'kysely';
import { record } from '../bench/record';
import type { TestServer } from './server';

/** How the database would answer what is asked of a table, were it too large to be read through or sorted: each plan in the order of the statements. */
export async function plansOf({ db }: TestServer, table: string, run: () => Promise<unknown>): Promise<string> {
  const asked = (await record(run)).filter(({ text }) => text.includes(table) && text.includes('select'));
  return db.connection().execute(async (one) => {
    await sql`set enable_seqscan = off`.execute(one);
    await sql`set enable_bitmapscan = off`.execute(one);
    await sql`set enable_sort = off`.execute(one);
    const plans: string[] = [];
    for (const { text, values } of asked) {
      const { rows } = await one.executeQuery<{ 'QUERY PLAN': string }>({
        sql: `explain ${text}`,
        parameters: values,
      } as never);
      plans.push(...rows.map((row) => row['QUERY PLAN']));
    }
    for (const setting of ['seqscan', 'bitmapscan', 'sort']) await sql.raw(`reset enable_${setting}`).execute(one);
    return plans.join('\n');
  });
}
