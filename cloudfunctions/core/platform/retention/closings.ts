import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db';
import { at } from '../schema';

/** In SQL: whether an edition is closed on a day, by itself or with the whole service. @param today `YYYY-MM-DD` */
export const editionClosed = (editionId: RawBuilder<unknown>, today: string): RawBuilder<boolean> => sql`exists (
  select from closing where scope in ('service', 'edition:' || ${editionId}) and closes_on <= ${today}::date)`;

/** What was announced; `told`: how many people it concerned. */
export type Closing = { scope: string; closesOn: string; note: string; told: number };

/** Everything that was announced, the newest first. */
export async function closingsOf(db: Db): Promise<Closing[]> {
  const { rows } = await sql<Closing>`select scope, closes_on as "closesOn", note, told from closing
    order by announced_at desc, id desc`.execute(db);
  return rows;
}

/** The statement that answers since when one of these has stopped, on a day; no row: all are served. @param today `YYYY-MM-DD` */
export const stoppedOn = (scopes: readonly string[], today: string): RawBuilder<{ day: string }> =>
  sql`select closes_on::text as day from closing
    where scope = any(${[...scopes]}::text[]) and closes_on <= ${today}::date order by closes_on limit 1`;

/** Keeps an announcement. @returns whether it was the first of its scope */
export async function keepClosing(
  db: Db,
  { id, scope, closesOn, note, told, by, now }: Closing & { id: string; by: string; now: number },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into closing (id, scope, closes_on, note, told, announced_by, announced_at)
    values (${id}, ${scope}, ${closesOn}, ${note}, ${told}, ${by}, ${at(now)}) on conflict (scope) do nothing`.execute(
      db,
    );
  return Number(numAffectedRows ?? 0) > 0;
}

/** Modules or the whole service whose last day lies so many months back and of which something may be left. @param today `YYYY-MM-DD` */
export async function closingsDue(
  db: Db,
  months: number,
  today: string,
): Promise<Array<{ id: string; scope: string }>> {
  const { rows } = await sql<{ id: string; scope: string }>`select id, scope from closing
    where emptied_at is null and scope not like 'edition:%' and closes_on + make_interval(months => ${months}::int) <= ${today}::date
    order by closes_on, id`.execute(db);
  return rows;
}

/** Nothing that goes is left of it. */
export const markEmptied = (db: Db, id: string, now: number) =>
  sql`update closing set emptied_at = ${at(now)} where id = ${id}`.execute(db);
