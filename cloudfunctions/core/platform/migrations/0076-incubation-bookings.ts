import { type Kysely, sql } from 'kysely';

/** Hours in a studio or with a kit, [from, to); never two at once, and what was given up is free again. `team_id`: the entry or the application for which it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table place_booking (
    id uuid primary key, place_id int not null references place, team_id uuid not null references subject,
    person_id uuid not null references person, starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
    made_at timestamptz not null, cancelled_at timestamptz, no_show_at timestamptz, marked_by uuid references person,
    check ((no_show_at is null) = (marked_by is null)), check (cancelled_at is null or no_show_at is null),
    constraint place_booking_one_at_a_time exclude using gist (int4range(place_id, place_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
      where (cancelled_at is null))`.execute(db);
  await sql`create index place_booking_of_team on place_booking (team_id, starts_at) where cancelled_at is null`.execute(
    db,
  );
  await sql`create index place_booking_of_person on place_booking (person_id)`.execute(db);
  await sql`create index place_booking_of_place on place_booking (place_id, starts_at) where cancelled_at is null`.execute(
    db,
  );
}
