import { type Kysely, sql } from 'kysely';

/** Credit codes that were kept as typed: plain and in upper case, as they are kept now, so that twins meet. Only where eighteen characters come of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const plain = sql`regexp_replace(upper(normalize(s.data ->> 'uscc', NFKC)), '[^0-9A-Z]', '', 'g')`;
  await sql`update entry_section s set data = jsonb_set(s.data, '{uscc}', to_jsonb(${plain}))
    where s.section = 'entity' and s.data ->> 'uscc' <> ${plain} and length(${plain}) = 18`.execute(db);
}
