import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../../../cloudfunctions/core/rpc/call';
import type { Load } from '../../../../cloudfunctions/core/rpc/procedure';
import type { BoothSubject } from '../shared/subject';

export const booths = (where: RawBuilder<unknown>) =>
  sql<BoothSubject>`select id as "boothId", region_id as "regionId", asker_id as "askerId", title, state, version,
    due_at as "dueAt" from booth where ${where}`;

/** Many at once, in no order; without locks. */
export const boothsOf = async (call: Call, ids: readonly string[]): Promise<BoothSubject[]> =>
  (await booths(sql`id = any(${[...ids]}::uuid[])`).execute(call.db)).rows;

/** The one that a call is about; a change locks its row until the commit. */
export const boothOf: Load<{ boothId: string }, BoothSubject> = async (call, { boothId }, lock) =>
  (await booths(sql`id = ${boothId} ${lock ? sql`for update` : sql``}`).execute(call.db)).rows[0] ?? null;
