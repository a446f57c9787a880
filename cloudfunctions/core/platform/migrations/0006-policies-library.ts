import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_version (
    code text not null, version int not null, title_zh text not null, summary_zh text not null, body_zh text not null,
    kind text not null, doc_no text not null, effective_from date, effective_to date, confirmed_zh text not null,
    demonstration boolean not null, primary key (code, version))`.execute(db);
}
