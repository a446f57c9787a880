import { type Kysely, sql } from 'kysely';

/** Where an organisation is reached, as whoever applies to it reads it; kept by its own people or the city. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table organisation add column desk_zh text not null default '', add column phone text not null default '',
    add column address_zh text not null default '', add column version int not null default 1`.execute(db);
}
