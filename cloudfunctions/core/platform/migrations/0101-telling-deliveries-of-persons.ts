import { type Kysely, sql } from 'kysely';

/**
 * That a delivery names a person is asked once for all rows of a statement: by a foreign key each of 100,000 recipients was looked up, held and written
 * anew, two fifths of what telling them took of PostgreSQL (decision 19). No row of a person ever goes, which is held here too. Looked up one by one, not
 * joined: a plan that is kept from many rows would read all persons for one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table delivery drop constraint delivery_person_id_fkey`.execute(db);
  await sql`create function delivery_names_persons() returns trigger language plpgsql as $$ begin
    if exists (select from laid l where (select true from person p where p.id = l.person_id) is null) then
      raise foreign_key_violation using message = 'a delivery names nobody';
    end if;
    return null;
  end $$`.execute(db);
  await sql`create trigger delivery_names_persons after insert on delivery referencing new table as laid
    for each statement execute function delivery_names_persons()`.execute(db);
  await sql`create function person_stays() returns trigger language plpgsql as $$ begin
    raise foreign_key_violation using message = 'the row of a person is emptied and stays';
  end $$`.execute(db);
  await sql`create trigger person_stays before delete on person for each row execute function person_stays()`.execute(
    db,
  );
}
