import { type Kysely, sql } from 'kysely';

/**
 * Past winners come to their awards: a code for an award, who says by it that the award is theirs, and on the award whose it is from then on. At
 * most one claim of an award waits or stands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table award add column person_id uuid references person`.execute(db);
  await sql`create index award_person on award (person_id) where person_id is not null`.execute(db);
  await sql`create table claim_code (
    id uuid primary key, code_hash text not null unique, award_id uuid not null references award,
    made_by uuid not null references person, made_by_key text, made_at timestamptz not null, ends_at timestamptz not null,
    used_at timestamptz, voided_at timestamptz, voided_by uuid references person)`.execute(db);
  await sql`create unique index claim_code_open on claim_code (award_id) where voided_at is null and used_at is null`.execute(
    db,
  );
  await sql`create index claim_code_maker on claim_code (made_by) where voided_at is null and used_at is null`.execute(
    db,
  );
  await sql`create table award_claim (
    id uuid primary key references subject, award_id uuid not null references award,
    code_id uuid not null unique references claim_code, person_id uuid not null references person,
    name_masked text not null, number_masked text not null, same_as_record boolean, asked_at timestamptz not null,
    state text not null, waits text, version int not null default 1, changed_at timestamptz not null)`.execute(db);
  await sql`create unique index award_claim_live on award_claim (award_id) where state in ('asked', 'accepted')`.execute(
    db,
  );
  await sql`create index award_claim_person on award_claim (person_id, id)`.execute(db);
  await sql`create index award_claim_waits on award_claim (id) where waits = 'staff'`.execute(db);
}
