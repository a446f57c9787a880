import type { Grant } from '@shared/kernel/actor';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { grantOf } from '../../platform/grants';
import { at } from '../../platform/schema';
import type { PeopleTables } from '../../platform/schema/people';
import type { Load } from '../../rpc/procedure';

export type CodeRow = Selectable<PeopleTables['grant_code']>;

/** Whether somebody may still come by a row `g` of `grant_code`. Every end is exclusive. */
export const isUsable = (now: number): RawBuilder<boolean> =>
  sql`(g.voided_at is null and g.expires_at > ${at(now)} and g.used < g.uses
    and (g.grant_ends_at is null or g.grant_ends_at > ${at(now)}))`;

/** A code by its id, with what it gives; null when there is none. */
export const codeOf: Load<{ codeId: string }, Grant & { row: CodeRow }> = async (call, { codeId }, lock) => {
  const query = call.db.selectFrom('grant_code').selectAll().where('id', '=', codeId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  const grant = row && grantOf(row);
  return grant ? { ...grant, row } : null;
};
