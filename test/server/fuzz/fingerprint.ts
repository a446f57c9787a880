import { sql } from 'kysely';
import type { Db } from '../../../cloudfunctions/core/platform/db';

/** Refused calls are counted too, and some of them stand in the security log: that a call was refused is what these two are for. */
const tellsOfRefusals = ['call_rate', 'security_event'];

/** When a session was seen last, or a person: that is so of a call that was refused as well. */
const tellsOfCalls = ['last_seen_at', 'last_used_on'];

/** One digest of every row of every table, so that a changed row anywhere shows. */
export async function fingerprint(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%' and table_name <> all (${tellsOfRefusals}) order by 1`.execute(
    db,
  );
  const digests = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name, count(*) || ':' || coalesce(md5(string_agg(t.row, '|' order by t.row)), '') as digest
        from (select (to_jsonb(r) - ${tellsOfCalls}::text[])::text as row from ${sql.table(name)} r) t`,
  );
  const { rows } = await sql<{ name: string; digest: string }>`${sql.join(digests, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
