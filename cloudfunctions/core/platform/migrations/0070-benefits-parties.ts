import { type Kysely, sql } from 'kysely';

/**
 * Organisations as parties of an application: with which it is or was, and with which it lies now. A page of a queue is one read of an index: of a
 * region's desk, of a desk that serves all regions, or of an organisation.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table application_party (
    application_id uuid not null references application, party text not null, organisation_id uuid not null references organisation,
    since timestamptz not null, primary key (application_id, party, organisation_id))`.execute(db);
  await sql`create index application_party_organisation on application_party (organisation_id, party, application_id)`.execute(
    db,
  );
  await sql`alter table application add column organisation_id uuid references organisation`.execute(db);
  await sql`create index application_office_queue on application (organisation_id, party, kind, rank, submitted_at, id)
    where waits = 'staff' and organisation_id is not null`.execute(db);
  await sql`create index application_city_queue on application (party, kind, rank, submitted_at, id) where waits = 'staff'`.execute(
    db,
  );
}
