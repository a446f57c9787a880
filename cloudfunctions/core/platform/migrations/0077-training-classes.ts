import { type Kysely, sql } from 'kysely';

/**
 * Classes of trainers with their half-days, and a row a seat: whoever is in a class has a seat that is there, and no two have one. Topics that people
 * ask for; a topic has one class at a time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table training_topic (
    id uuid primary key, title text not null, about text not null, needed int not null check (needed > 0),
    created_by uuid not null references person, created_at timestamptz not null)`.execute(db);
  await sql`create table training_class (
    id uuid primary key references subject,
    state text not null, waits text, version int not null default 1, changed_at timestamptz not null,
    organisation_id uuid not null references organisation, course text not null, title text not null, room text not null,
    hours int not null check (hours > 0), capacity int not null check (capacity > 0), starts_at timestamptz not null,
    topic_id uuid references training_topic, created_by uuid not null references person,
    soon_told_at timestamptz)`.execute(db);
  await sql`create index training_class_live on training_class (starts_at)
    where state in ('open', 'full', 'running')`.execute(db);
  await sql`create index training_class_desk on training_class (organisation_id, id desc)`.execute(db);
  await sql`create unique index training_class_topic on training_class (topic_id)
    where topic_id is not null and state not in ('declined', 'cancelled')`.execute(db);
  await sql`create table class_half_day (
    class_id uuid not null references training_class, n int not null, day date not null,
    half text not null check (half in ('am', 'pm')), hours int not null check (hours > 0),
    version int not null default 0, saved_at timestamptz,
    primary key (class_id, n), unique (class_id, day, half))`.execute(db);
  await sql`create table class_seat (
    class_id uuid not null references training_class, n int not null, primary key (class_id, n))`.execute(db);
}
