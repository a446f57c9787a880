import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table edition (
    id text primary key, name_zh text not null, year int not null, cutoff_date date not null,
    status text not null check (status in ('current', 'past')), blueprint jsonb not null, synthetic boolean not null)`.execute(
    db,
  );
  await sql`create unique index edition_current on edition (status) where status = 'current'`.execute(db);
  await sql`create table track (
    edition_id text not null references edition, code text not null, zh text not null,
    kind text not null check (kind in ('common', 'region')), primary key (edition_id, code))`.execute(db);
  await sql`create table contest (
    id text primary key, edition_id text not null references edition, region_id text not null references region,
    unique (edition_id, region_id), unique (id, edition_id))`.execute(db);
  await sql`create table contest_track (
    contest_id text not null, edition_id text not null, track_code text not null, sort int not null,
    primary key (contest_id, track_code),
    foreign key (contest_id, edition_id) references contest (id, edition_id),
    foreign key (edition_id, track_code) references track (edition_id, code))`.execute(db);
  await sql`create table phase (
    contest_id text not null references contest, kind text not null check (kind in ('signUp', 'screening')),
    opens_at timestamptz not null, closes_at timestamptz not null, opened_told_at timestamptz, closed_told_at timestamptz,
    primary key (contest_id, kind), check (opens_at < closes_at))`.execute(db);
}
