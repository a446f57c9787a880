import { type Kysely, sql } from 'kysely';
import { regions } from '../city/regions';

/** A database that has no regions yet gets those of the city that the product is installed for (`platform/city/regions.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert into region (id, name_zh, name_en, kind, gb2260, located_in, sort)
    select r.id, r.name_zh, r.name_en, r.kind, r.gb2260, r.located_in, r.sort
    from jsonb_to_recordset(${JSON.stringify(
      regions.map((r) => ({
        id: r.id,
        name_zh: r.nameZh,
        name_en: r.nameEn,
        kind: r.kind,
        gb2260: r.gb2260,
        located_in: r.locatedIn,
        sort: r.sort,
      })),
    )}::jsonb) r (id text, name_zh text, name_en text, kind text, gb2260 text, located_in text, sort int)
    where not exists (select from region)`.execute(db);
}
