import { type Kysely, sql } from 'kysely';

/** What is looked up is the edition's own, by its code; each look is a subject, from which its picture hangs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert into subject (id, kind, created_at) select id, 'check', at from credit_check`.execute(db);
  await sql`alter table credit_check add foreign key (id) references subject`.execute(db);
  await sql`alter table credit_check rename column list to code`.execute(db);
  await sql`alter table credit_check rename column evidence to note`.execute(db);
}
