import { type Kysely, sql } from 'kysely';

/**
 * A version of a policy is written as a draft, part by part, and published from it. Of one policy one draft is written at a time. A version knows
 * who published it, and by which document an official confirmed one that was published as a demonstration.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_draft (
    id uuid primary key references subject, state text not null, waits text, version int not null default 1,
    changed_at timestamptz not null, code text not null, title text not null, begun_from text not null,
    made_by uuid not null references person, proposed_by uuid references person)`.execute(db);
  await sql`create unique index policy_draft_one_live on policy_draft (code) where state in ('draft', 'proposed')`.execute(
    db,
  );
  await sql`create index policy_draft_not_over on policy_draft (id) where waits is not null`.execute(db);
  await sql`create table policy_draft_part (
    draft_id uuid not null references policy_draft, part text not null, data jsonb not null, version int not null,
    saved_at timestamptz not null, saved_by uuid not null references person, primary key (draft_id, part))`.execute(db);
  await sql`alter table policy_version add column for_zh text not null default '',
    add column draft_id uuid references policy_draft, add column published_by uuid references person,
    add column confirmed_doc_no text, add column confirmed_by uuid references person, add column confirmed_at timestamptz,
    add constraint policy_version_confirmed check (
      (confirmed_doc_no is null) = (confirmed_by is null) and (confirmed_doc_no is null) = (confirmed_at is null)
      and (confirmed_doc_no is null or demonstration))`.execute(db);
}
