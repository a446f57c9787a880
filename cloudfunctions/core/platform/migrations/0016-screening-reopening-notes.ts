import { type Kysely, sql } from 'kysely';

/** Why an entry was reopened was promised to stay with staff until now; from here on the team reads it. What was written before becomes a note. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert into review_note (id, entry_id, author, body, at)
    select gen_random_uuid(), entry_id, by_person, '重新审核：' || reason, at from entry_move
    where move = 'reopen' and reason is not null and by_person is not null`.execute(db);
  await sql`update entry_move set reason = null where move = 'reopen'`.execute(db);
}
