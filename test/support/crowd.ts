import { sql } from 'kysely';
import type { Db } from '../../cloudfunctions/core/platform/db';
import { at } from '../../cloudfunctions/core/platform/schema';
import { fixedNow } from './fixed-clock';

const rowsAStatement = 10_000;

/** So many people more who review in a region. */
export async function addStaff(db: Db, count: number, regionId: string): Promise<void> {
  for (let done = 0; done < count; done += rowsAStatement) {
    await sql`with crowd as (insert into person (id, display_name, created_at)
        select ('01940000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '审核人员', ${at(fixedNow)}
        from generate_series(${done + 1}::int, ${Math.min(done + rowsAStatement, count)}::int) n returning id)
      insert into role_grant (id, person_id, role, scope_kind, region_id, given_at)
      select id, id, 'regionStaff', 'region', ${regionId}, ${at(fixedNow)} from crowd`.execute(db);
  }
}
