import { type Kysely, sql } from 'kysely';

/** What somebody agreed to is kept as it was shown. Of what was agreed to before, the text of that version in the entry's edition. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table consent add column shown jsonb`.execute(db);
  await sql`update consent c set shown = t.text
    from (select distinct on (b.edition_id, x.text ->> 'kind', x.text ->> 'version')
        b.edition_id, x.text ->> 'kind' as kind, x.text ->> 'version' as version, x.text
      from blueprint_version b, jsonb_array_elements(b.blueprint -> 'consents') x (text)
      order by b.edition_id, x.text ->> 'kind', x.text ->> 'version', b.n) t, entry e
    where e.id = c.subject_id and e.edition_id = t.edition_id and t.kind = c.kind and t.version = c.text_version`.execute(
    db,
  );
  await sql`create index consent_person on consent (person_id, given_at)`.execute(db);
}
