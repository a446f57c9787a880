import { type Kysely, sql } from 'kysely';

/**
 * Whoever is in a class or in line for it. The database refuses a seat that is not there or is somebody's, a second class at a time, a voucher
 * used twice, and an offer without its end.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table training_voucher (
    id uuid primary key, award_id uuid not null unique references award, person_id uuid not null references person,
    award_zh text not null, issued_at timestamptz not null, ends_at timestamptz not null)`.execute(db);
  await sql`create index training_voucher_person on training_voucher (person_id)`.execute(db);
  await sql`create table enrolment (
    id uuid primary key references subject,
    state text not null, waits text, version int not null default 1, changed_at timestamptz not null,
    class_id uuid not null references training_class, person_id uuid not null references person,
    name text, key_group boolean not null default false, rank int not null, asked_at timestamptz not null,
    seat int, offer_ends_at timestamptz, voucher_id uuid references training_voucher,
    plan_ok boolean, test_ok boolean,
    foreign key (class_id, seat) references class_seat,
    check ((offer_ends_at is not null) = (state = 'offered')),
    check ((seat is null) = (state in ('waitlisted', 'cancelled'))))`.execute(db);
  await sql`create unique index enrolment_seat on enrolment (class_id, seat) where seat is not null`.execute(db);
  await sql`create unique index enrolment_one_live on enrolment (person_id)
    where state in ('waitlisted', 'offered', 'confirmed', 'attending')`.execute(db);
  await sql`create unique index enrolment_voucher on enrolment (voucher_id) where voucher_id is not null`.execute(db);
  await sql`create index enrolment_line on enrolment (class_id, rank, asked_at, id)
    where state = 'waitlisted'`.execute(db);
  await sql`create index enrolment_lapses on enrolment (offer_ends_at) where state = 'offered'`.execute(db);
  await sql`create index enrolment_person on enrolment (person_id, id desc)`.execute(db);
  await sql`create table topic_wish (
    topic_id uuid not null references training_topic, person_id uuid not null references person,
    rank int not null, wanted_at timestamptz not null, placed_at timestamptz, primary key (topic_id, person_id))`.execute(
    db,
  );
  await sql`create index topic_wish_person on topic_wish (person_id)`.execute(db);
}
