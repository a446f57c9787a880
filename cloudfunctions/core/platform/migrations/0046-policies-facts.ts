import { type Kysely, sql } from 'kysely';

/**
 * What is known of a person, fact by fact with its source; what was said anew or withdrawn ends and stays. What counts of it stands in one row a person,
 * of which a push asks. Sensitive facts are asked by applications alone: no row of these takes one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table person_fact (
    id uuid primary key, n bigserial, person_id uuid not null references person, fact text not null,
    value jsonb not null, source text not null, holds_on date not null, learnt_at timestamptz not null,
    by_person uuid references person, subject_id uuid references subject, source_zh text not null, note text not null default '',
    ended_at timestamptz,
    constraint person_fact_not_sensitive check (fact not in ('keyGroup.hard_to_employ', 'keyGroup.disabled',
      'keyGroup.released_prisoner', 'keyGroup.minimum_income', 'otherLoans', 'consumerLoanFen', 'spouseOtherLoans')))`.execute(
    db,
  );
  await sql`create index person_fact_person on person_fact (person_id, n)`.execute(db);
  // Of one source one says one thing of a fact at a time.
  await sql`create unique index person_fact_counting on person_fact
    (person_id, fact, source, coalesce(subject_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null`.execute(
    db,
  );
  await sql`create index person_fact_subject on person_fact (subject_id) where ended_at is null`.execute(db);
  await sql`create table person_facts (
    person_id uuid primary key references person, facts jsonb not null,
    constraint person_facts_not_sensitive check (not facts ?| array['keyGroup.hard_to_employ', 'keyGroup.disabled',
      'keyGroup.released_prisoner', 'keyGroup.minimum_income', 'otherLoans', 'consumerLoanFen', 'spouseOtherLoans']))`.execute(
    db,
  );
  // Entries whose facts are to be drawn anew.
  await sql`create table fact_draw (entry_id uuid primary key references entry on delete cascade)`.execute(db);
  await sql`insert into fact_draw select id from entry where first_submitted_at is not null`.execute(db);
  // The version of an award of which facts were drawn.
  await sql`create table award_drawn (award_id uuid primary key references award, version int not null)`.execute(db);
}
