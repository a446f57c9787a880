import { type Kysely, sql } from 'kysely';

/** A figure that a policy in force asks for and has none of: staff are told once of each. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_defect (
    code text not null, parameter text not null, version int not null, found_at timestamptz not null,
    primary key (code, parameter, version))`.execute(db);
}
