import { type Kysely, sql } from 'kysely';

/**
 * How long the city keeps what, word by word with its document and from which day; what it never spoke of has its standard length. And what was closed,
 * with how many people were concerned: each is told of once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table retention_term (
    n bigint generated always as identity primary key, name text not null, length int not null check (length > 0),
    doc_no text not null check (doc_no <> ''), effective_from date not null, why text not null,
    confirmed_by uuid not null references person, confirmed_at timestamptz not null)`.execute(db);
  await sql`create index retention_term_latest on retention_term (name, effective_from desc, n desc)`.execute(db);
  await sql`create table closing (
    id uuid primary key, scope text not null unique, closes_on date not null, note text not null, told int not null,
    announced_by uuid not null references person, announced_at timestamptz not null)`.execute(db);
}
