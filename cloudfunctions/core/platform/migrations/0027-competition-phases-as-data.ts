import { type Kysely, sql } from 'kysely';

/** Which phases and kinds of tracks there are is the edition's to say; those that stood in code are named in its blueprint. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table phase drop constraint phase_kind_check`.execute(db);
  await sql`alter table track drop constraint track_kind_check`.execute(db);
  await sql`update edition set blueprint = jsonb_build_object('phases', ${JSON.stringify([
    { code: 'signUp', zh: '报名' },
    { code: 'screening', zh: '资格审核' },
  ])}::jsonb) || blueprint`.execute(db);
}
