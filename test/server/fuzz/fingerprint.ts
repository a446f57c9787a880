import { sql } from 'kysely';
import type { Db } from '../../../cloudfunctions/core/platform/db';

/** Refused calls are counted too, and some of them stand in the security log: that a call was refused is what these two are for. */
const tellsOfRefusals = ['call_rate', 'security_event'];

/** When a session was seen last, or a person: that is so of a call that was refused as well. */
const tellsOfCalls = ['last_seen_at', 'last_used_on'];

/** One digest of every row of every table, so that a changed row anywhere shows: the sum of all rows' hashes, which asks for no order. */
export async function fingerprint(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string; without: boolean }>`select c.relname as name, exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = any (${tellsOfCalls})) as without
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not like 'kysely%' and c.relname <> all (${tellsOfRefusals}) order by 1`.execute(db);
  const digests = tables.map(({ name, without }) => {
    const row = without ? sql`to_jsonb(r) - ${tellsOfCalls}::text[]` : sql`r`;
    return sql`select ${name}::text as name, count(*) || ':' || coalesce(sum(hashtextextended((${row})::text, 0)), 0) as digest
      from ${sql.table(name)} r`;
  });
  const { rows } = await sql<{ name: string; digest: string }>`${sql.join(digests, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/**
 * Where every row of some tables lies: within one transaction whatever writes a row anew lays it elsewhere, and whatever adds or deletes one shows
 * too. It reads no values, and stands in for the digest of everything where it is asked for hundreds of times.
 */
export async function placesOfRows(db: Db, tables: readonly string[]): Promise<Record<string, string>> {
  const places = tables.map(
    (name) => sql`select ${name}::text as name, count(*) || ':' || coalesce(sum(hashtid(ctid)), 0) as place
      from ${sql.table(name)}`,
  );
  const { rows } = await sql<{ name: string; place: string }>`${sql.join(places, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, place }) => [name, place]));
}
