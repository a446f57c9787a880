import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table entry (
    id uuid primary key, edition_id text not null references edition, contest_id text not null references contest,
    region_id text not null references region, state text not null, version int not null default 1,
    reference text unique, leader_id uuid not null references person, leader_id_eq text,
    title text not null default '', track_code text not null, group_code text not null,
    expected_direct int, expected_indirect int, started_at timestamptz not null, changed_at timestamptz not null,
    submitted_at timestamptz, first_submitted_at timestamptz, review_due date, due_provisional boolean not null default false,
    correction_due_at timestamptz, claimed_by uuid references person, claimed_at timestamptz, claimed_from text,
    returns int not null default 0, award_level text, synthetic boolean not null default false,
    foreign key (contest_id, track_code) references contest_track (contest_id, track_code),
    check ((claimed_by is null) = (claimed_at is null)),
    check ((state = 'under_review') = (claimed_by is not null)))`.execute(db);
  // One live submitted entry a leader and edition (rules §2.2 ONE_TRACK), held by the database.
  await sql`create unique index entry_one_live_a_leader on entry (edition_id, leader_id_eq)
    where state not in ('draft', 'withdrawn', 'expired', 'rejected')`.execute(db);
  await sql`create index entry_leader on entry (leader_id, changed_at)`.execute(db);
  await sql`create index entry_queue on entry (contest_id, review_due, id) where review_due is not null`.execute(db);
  await sql`create index entry_state on entry (contest_id, state, changed_at, id)`.execute(db);
  await sql`create index entry_state_city on entry (edition_id, state, changed_at, id)`.execute(db);
  // Equal titles and credit codes are shown to staff (rules §2.2 ONE_TRACK).
  await sql`create index entry_title on entry (edition_id, title) where first_submitted_at is not null`.execute(db);
  await sql`create index entry_claimed on entry (claimed_by) where claimed_by is not null`.execute(db);
  await sql`create index entry_correction on entry (correction_due_at) where state = 'returned'`.execute(db);
  await sql`create index entry_award on entry (edition_id, award_level, region_id, id) where award_level is not null`.execute(
    db,
  );
  await sql`create table entry_section (
    entry_id uuid not null references entry, section text not null, data jsonb not null, version int not null,
    saved_at timestamptz not null, saved_by uuid not null references person, primary key (entry_id, section))`.execute(
    db,
  );
  await sql`create index entry_section_uscc on entry_section ((data ->> 'uscc')) where section = 'entity'`.execute(db);
  await sql`create table entry_sealed (
    entry_id uuid not null references entry, field text not null, sealed text not null, masked text not null,
    set_at timestamptz not null, primary key (entry_id, field))`.execute(db);
  await sql`create table entry_member (
    id uuid primary key, entry_id uuid not null references entry, person_id uuid not null references person,
    name text not null, role_zh text not null, phone_sealed text not null, phone_masked text not null,
    access text not null check (access in ('view', 'edit')), joined_at timestamptz not null,
    consented_at timestamptz, removed_at timestamptz)`.execute(db);
  await sql`create unique index entry_member_once on entry_member (entry_id, person_id) where removed_at is null`.execute(
    db,
  );
  await sql`create index entry_member_person on entry_member (person_id) where removed_at is null`.execute(db);
  await sql`create table team_invitation (
    token_hash text primary key, entry_id uuid not null references entry, access text not null check (access in ('view', 'edit')),
    created_by uuid not null references person, created_at timestamptz not null, expires_at timestamptz not null,
    revoked_at timestamptz)`.execute(db);
  await sql`create table entry_consent (
    id uuid primary key, entry_id uuid not null references entry, person_id uuid not null references person,
    kind text not null, text_version text not null, given_at timestamptz not null, withdrawn_at timestamptz)`.execute(
    db,
  );
  await sql`create unique index entry_consent_live on entry_consent (entry_id, person_id, kind) where withdrawn_at is null`.execute(
    db,
  );
  await sql`create table entry_snapshot (
    entry_id uuid not null references entry, n int not null, sha256 text not null, data jsonb not null,
    taken_at timestamptz not null, reference text not null, primary key (entry_id, n))`.execute(db);
  await sql`create table entry_move (
    entry_id uuid not null references entry, n int not null, move text not null, from_state text, to_state text not null,
    by_person uuid references person, at timestamptz not null, reason text, details jsonb not null,
    primary key (entry_id, n))`.execute(db);
  await sql`create table upload (
    id uuid primary key, entry_id uuid not null references entry, slot text not null, version int not null,
    name text not null, declared_size bigint not null, size bigint, kind text,
    state text not null check (state in ('sending', 'checking', 'accepted', 'refused', 'cancelled')),
    refusal_code text, refusal text, storage_key text not null unique, sha256 text, begun_by uuid not null references person,
    begun_at timestamptz not null, finished_at timestamptz, removed_at timestamptz, frozen_in int,
    unique (entry_id, slot, version), check (state <> 'accepted' or sha256 is not null))`.execute(db);
  await sql`create index upload_checking on upload (finished_at) where state = 'checking'`.execute(db);
  await sql`create table entry_count (
    contest_id text not null references contest, state text not null, track_code text not null, delta int not null)`.execute(
    db,
  );
  await sql`create index entry_count_sum on entry_count (contest_id, state, track_code) include (delta)`.execute(db);
}
