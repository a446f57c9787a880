import { type Kysely, sql } from 'kysely';

/**
 * What an entry won is a row of its own and no state of the entry, which ends at `qualified`. Results that were imported stand confirmed, with the
 * line of the timeline that says so; that an entry won nothing is said by no row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table award (
    id uuid primary key references subject, entry_id uuid not null unique references entry, edition_id text not null references edition,
    level text not null, state text not null, waits text, version int not null default 1, changed_at timestamptz not null)`.execute(
    db,
  );
  await sql`create index award_published on award (edition_id, level, entry_id)
    where state in ('announced', 'objected', 'confirmed')`.execute(db);
  await sql`create temporary table won on commit drop as
    select gen_random_uuid() as id, e.id as entry_id, e.edition_id, e.award_level as level, e.changed_at
    from entry e where e.award_level is not null`.execute(db);
  await sql`insert into subject (id, kind, created_at) select id, 'award', changed_at from won`.execute(db);
  await sql`insert into award (id, entry_id, edition_id, level, state, version, changed_at)
    select id, entry_id, edition_id, level, 'confirmed', 2, changed_at from won`.execute(db);
  await sql`update move m set subject_id = w.id, n = 2, move = 'importPast', from_state = 'pending', to_state = 'confirmed'
    from won w where m.subject_id = w.entry_id and m.move = 'recordAward'`.execute(db);
  await sql`delete from move where move = 'recordNoAward'`.execute(db);
  await sql`update entry set state = 'qualified', waits = 'organiser' where state in ('awarded', 'not_awarded')`.execute(
    db,
  );
  await sql`update entry_count set state = 'qualified' where state in ('awarded', 'not_awarded')`.execute(db);
  await sql`alter table entry drop column award_level`.execute(db);
}
