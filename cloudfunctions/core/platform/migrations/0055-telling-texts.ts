import { type Kysely, sql } from 'kysely';

/**
 * Text messages (短信), a second road: who agreed to them, whom each waits for or how it ended, and a ledger of every try, by which the caps of
 * a day and a month are kept. A phone number stands nowhere here: it is opened where it was typed just before it is used. What a person wants
 * is chosen road by road from now on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table message add column text_kind text, add column text_subject uuid, add column text_until timestamptz,
    add constraint message_text check (num_nonnulls(text_kind, text_subject) in (0, 2) and (text_until is null or text_kind is not null))`.execute(
    db,
  );
  await sql`alter table phone_choice add column road text not null default 'wechat' check (road in ('wechat', 'text'))`.execute(
    db,
  );
  await sql`alter table phone_choice alter column road drop default, drop constraint phone_choice_pkey,
    add primary key (person_id, purpose, road)`.execute(db);
  await sql`create table text_consent (
    id uuid primary key, person_id uuid not null references person, text_version text not null, given_at timestamptz not null,
    withdrawn_at timestamptz)`.execute(db);
  await sql`create unique index text_consent_one on text_consent (person_id) where withdrawn_at is null`.execute(db);
  await sql`create table text_message (
    person_id uuid not null references person, message_id uuid not null references message, kind text not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'unwanted', 'over', 'no_phone', 'dead', 'uncertain')),
    tries int not null default 0, due_at timestamptz not null, leased_until timestamptz, code text, ended_at timestamptz,
    primary key (person_id, message_id), check ((state = 'sending') = (leased_until is not null)),
    check ((state in ('waiting', 'sending')) = (ended_at is null)))`.execute(db);
  await sql`create index text_message_due on text_message (due_at, person_id, message_id) where state = 'waiting'`.execute(
    db,
  );
  await sql`create index text_message_person on text_message (person_id) where state in ('waiting', 'sending')`.execute(
    db,
  );
  await sql`create index text_message_sending on text_message (leased_until) where state = 'sending'`.execute(db);
  await sql`create index text_message_failed on text_message (message_id) where state in ('dead', 'uncertain')`.execute(
    db,
  );
  await sql`create table text_try (
    id uuid primary key, person_id uuid not null references person, message_id uuid not null, day date not null,
    outcome text check (outcome in ('sent', 'unknown', 'retry', 'tomorrow', 'unreachable', 'misconfigured', 'over', 'no_phone')),
    code text, serial text, at timestamptz not null, ended_at timestamptz)`.execute(db);
  // What may have reached somebody counts; two workers at once cannot pass the day's one.
  await sql`create unique index text_try_one_a_day on text_try (person_id, day)
    where outcome is null or outcome in ('sent', 'unknown')`.execute(db);
  await sql`create index text_try_message on text_try (message_id)`.execute(db);
}
