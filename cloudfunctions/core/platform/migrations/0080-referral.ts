import { type Kysely, sql } from 'kysely';

/**
 * Referral upward: what the upper contest's notice said, a place of its quota as a row, and the entries that are referred. A place is taken by one
 * entry and an entry takes one that there is, so that no interleaving overruns a quota. Where an entry came in its field is imported until panels judge.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table referral_notice (
    id uuid primary key, edition_id text not null unique references edition, upper_zh text not null, doc_no text not null,
    issued_on date not null, cutoff_on date not null, closes_on date not null,
    entered_by uuid not null references person, entered_at timestamptz not null,
    confirmed_by uuid references person, confirmed_at timestamptz, version int not null default 1,
    check ((confirmed_by is null) = (confirmed_at is null)))`.execute(db);
  await sql`create table referral_seat (
    notice_id uuid not null references referral_notice, track text not null, n int not null check (n > 0),
    primary key (notice_id, track, n))`.execute(db);
  await sql`create table referral (
    id uuid primary key references subject,
    state text not null, waits text, version int not null default 1, changed_at timestamptz not null,
    notice_id uuid not null references referral_notice, entry_id uuid not null references entry,
    person_id uuid not null references person, region_id text not null references region, track text not null,
    live boolean not null, place int, seat int, ranked jsonb,
    foreign key (notice_id, track, seat) references referral_seat)`.execute(db);
  await sql`create unique index referral_one_live on referral (notice_id, entry_id) where live`.execute(db);
  await sql`create unique index referral_seat_taken on referral (notice_id, track, seat)`.execute(db);
  await sql`create index referral_own on referral (person_id, id desc)`.execute(db);
  await sql`create index referral_waiting on referral (region_id, changed_at, id) where waits = 'staff'`.execute(db);
  await sql`create table referral_rank (
    entry_id uuid primary key references entry, edition_id text not null references edition,
    region_id text not null references region, track text not null, rank int not null check (rank > 0),
    synthetic boolean not null)`.execute(db);
  await sql`create index referral_rank_of_edition on referral_rank (edition_id)`.execute(db);
}
