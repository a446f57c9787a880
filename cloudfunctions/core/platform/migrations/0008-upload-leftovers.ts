import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table upload add column swept_at timestamptz`.execute(db);
  await sql`create index upload_unswept on upload (begun_at) where swept_at is null`.execute(db);
}
