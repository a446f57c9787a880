import { type Kysely, sql } from 'kysely';

/** A statement whose payment came back is its desk's again, to be sent once the account is right: until now it stood with those that were sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update loan_statement s set checked_at = null, checked_by = null
    where s.checked_at is not null and (select l.failed_at is not null from payment_line l
      where l.source_kind = 'loan-statement' and l.source_id = s.id order by l.id desc limit 1)`.execute(db);
}
