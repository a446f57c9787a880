import { type Kysely, sql } from 'kysely';

/**
 * An edition is drafted in the app, part by part, before it is published; what was published stands as versions, of which an entry keeps
 * the one that it was submitted under.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table edition drop constraint edition_status_check,
    add constraint edition_status_check check (status in ('draft', 'current', 'past')),
    add column blueprint_version int not null default 1,
    add column version int not null default 1,
    add column subject_id uuid references subject,
    add column made_at timestamptz,
    add column published_at timestamptz`.execute(db);
  await sql`create table blueprint_version (
    edition_id text not null references edition, n int not null check (n > 0), cutoff_date date not null, blueprint jsonb not null,
    part text, reason text not null, published_at timestamptz, published_by uuid references person,
    primary key (edition_id, n))`.execute(db);
  await sql`insert into blueprint_version (edition_id, n, cutoff_date, blueprint, reason)
    select id, 1, cutoff_date, blueprint, '' from edition`.execute(db);
  // A part as it is being typed: of a draft, or of a published edition before its change is published.
  await sql`create table edition_part (
    edition_id text not null references edition, part text not null, data jsonb not null, version int not null,
    confirmed_version int, saved_at timestamptz not null, saved_by uuid not null references person,
    primary key (edition_id, part))`.execute(db);
  await sql`alter table entry add column blueprint_version int not null default 1,
    add foreign key (edition_id, blueprint_version) references blueprint_version (edition_id, n)`.execute(db);
}
