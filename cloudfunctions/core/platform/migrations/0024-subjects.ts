import { type Kysely, sql } from 'kysely';

/** Tables whose rows hung from an entry, and what they are called now that they hang from any subject. */
const renamed = [
  ['entry_section', 'section'],
  ['entry_sealed', 'sealed_value'],
  ['entry_consent', 'consent'],
  ['entry_snapshot', 'snapshot'],
  ['entry_snapshot_sealed', 'snapshot_sealed'],
  ['entry_move', 'move'],
  ['upload', 'upload'],
] as const;

/** Every noun has a parent with its id; an entry is the first kind. Tables are renamed, and no row of theirs is written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table subject (id uuid primary key, kind text not null, created_at timestamptz not null)`.execute(
    db,
  );
  await sql`insert into subject (id, kind, created_at) select id, 'entry', started_at from entry`.execute(db);
  await sql`alter table entry add foreign key (id) references subject`.execute(db);
  for (const [was, is] of renamed) {
    if (was !== is) await sql`alter table ${sql.table(was)} rename to ${sql.id(is)}`.execute(db);
    await sql`alter table ${sql.table(is)} rename column entry_id to subject_id`.execute(db);
    // The copies of sealed values hang from their snapshot.
    if (is === 'snapshot_sealed') continue;
    await sql`alter table ${sql.table(is)} drop constraint ${sql.id(`${was}_entry_id_fkey`)},
      add foreign key (subject_id) references subject`.execute(db);
  }
  // Constraints and indexes keep the name of their table and columns: what PostgreSQL called them, it calls the new ones.
  await sql`do $$ declare one record; begin
    for one in select c.conrelid::regclass as place, c.conname as name,
        replace(t.called || substr(c.conname, length(t.old) + 1), 'entry_id', 'subject_id') as called
      from (values ${names()}) t (old, called)
      join pg_constraint c on c.conrelid = t.called::regclass and starts_with(c.conname, t.old)
    loop
      if one.name <> one.called then
        execute format('alter table %s rename constraint %I to %I', one.place, one.name, one.called);
      end if;
    end loop;
    for one in select i.indexrelid::regclass as place, t.called || substr(r.relname, length(t.old) + 1) as called
      from (values ${names()}) t (old, called) join pg_index i on i.indrelid = t.called::regclass
      join pg_class r on r.oid = i.indexrelid where t.old <> t.called and starts_with(r.relname, t.old)
    loop
      execute format('alter index %s rename to %I', one.place, one.called);
    end loop;
  end $$`.execute(db);
}

const names = () => sql.join(renamed.map(([was, is]) => sql`(${sql.lit(was)}::text, ${sql.lit(is)}::text)`));
