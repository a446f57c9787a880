import { type Kysely, sql } from 'kysely';

/**
 * A text for all is a noun of its own, of one region or of the city. Those that stood in the blueprints were published on their day by nobody who
 * is known; what is told of them now is what was told of them then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table announcement (
    id uuid primary key references subject, state text not null, waits text, version int not null default 1, changed_at timestamptz not null,
    edition_id text not null references edition, region_id text references region,
    title text not null, body text not null, published_at timestamptz)`.execute(db);
  await sql`create index announcement_published on announcement (edition_id, published_at desc) where state = 'published'`.execute(
    db,
  );
  await sql`create index announcement_region on announcement (region_id, id)`.execute(db);
  await sql`create temporary table told on commit drop as
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(made, 1, 3) || '8' || substr(made, 4, 15))::uuid as id,
      edition_id, title, body, at
    from (select e.id as edition_id, n ->> 'title' as title, n ->> 'body' as body, replace(gen_random_uuid()::text, '-', '') as made,
        ((n ->> 'date') || 'T00:00:00+08:00')::timestamptz as at
      from edition e, jsonb_array_elements(coalesce(e.blueprint -> 'notices', '[]')) n) found`.execute(db);
  await sql`insert into subject (id, kind, created_at) select id, 'announcement', at from told`.execute(db);
  await sql`insert into announcement (id, state, version, changed_at, edition_id, title, body, published_at)
    select id, 'published', 2, at, edition_id, title, body, at from told`.execute(db);
  await sql`insert into move (subject_id, n, move, from_state, to_state, by_person, at, reason, details)
    select id, 2, 'publish', 'draft', 'published', null, at, null, '{"regionId": null}' from told`.execute(db);
  await sql`update edition set blueprint = blueprint - 'notices'`.execute(db);
  await sql`update blueprint_version set blueprint = blueprint - 'notices'`.execute(db);
}
