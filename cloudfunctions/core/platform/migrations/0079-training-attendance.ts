import { type Kysely, sql } from 'kysely';

/**
 * Who was there: the trainer's marks, added and never changed, the newest counts; codes of the room's screen, and who typed one, once a half-day, which
 * only helps the trainer. Certificates by their numbers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table class_code (
    id uuid primary key, class_id uuid not null, n int not null, code text not null check (code ~ '^[0-9]{6}$'),
    made_by uuid not null references person, ends_at timestamptz not null,
    foreign key (class_id, n) references class_half_day on delete cascade)`.execute(db);
  await sql`create index class_code_of on class_code (class_id, n)`.execute(db);
  await sql`create table class_check_in (
    enrolment_id uuid not null references enrolment, class_id uuid not null, n int not null, at timestamptz not null,
    primary key (enrolment_id, n),
    foreign key (class_id, n) references class_half_day on delete cascade)`.execute(db);
  await sql`create index class_check_in_of on class_check_in (class_id, n)`.execute(db);
  await sql`create table attendance_mark (
    id uuid primary key, class_id uuid not null, n int not null, enrolment_id uuid not null references enrolment,
    version int not null, present boolean not null, marked_by uuid not null references person, marked_at timestamptz not null, reason text,
    foreign key (class_id, n) references class_half_day)`.execute(db);
  await sql`create index attendance_mark_of on attendance_mark (class_id, n)`.execute(db);
  await sql`create table training_certificate (
    number text primary key, enrolment_id uuid not null unique references enrolment, name_masked text not null,
    title text not null, course text not null, organisation_zh text not null, hours int not null,
    finished_on date not null)`.execute(db);
}
