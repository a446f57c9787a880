import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** Whoever changes who the officials of the city are does so one after the other, until the transaction ends. */
export const cityInTurn = (db: Db): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended('people:cityStaff', 0))`.execute(db);
