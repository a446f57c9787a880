import type { Scope } from '@shared/kernel/actor';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** What a scope is called: 全市, a region's name, an organisation's; '' for what is not there. */
export async function placeZh(db: Db, scope: Scope): Promise<string> {
  if (scope.kind === 'all') return '全市';
  const { rows } = await (scope.kind === 'region'
    ? sql<{ zh: string }>`select name_zh as zh from region where id = ${scope.regionId}`
    : sql<{ zh: string }>`select name_zh as zh from organisation where id = ${scope.organisationId}`
  ).execute(db);
  return rows[0]?.zh ?? '';
}
