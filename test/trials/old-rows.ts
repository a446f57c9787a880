import { type Kysely, Migrator, sql } from 'kysely';
import type { Db } from '../../cloudfunctions/core/platform/db';
import { migrations } from '../../cloudfunctions/core/platform/migrations';

/** The last migration of the time when everything hung from an entry, and the one that made entries subjects. */
export const before = '0023-people-grant-scopes';
export const subjects = '0024-subjects';
/** The one that numbers what is searched. */
export const numbered = '0045-entry-search-order';

/** What tables of then are called since. */
export const called: Readonly<Record<string, string>> = {
  entry_section: 'section',
  entry_sealed: 'sealed_value',
  entry_consent: 'consent',
  entry_snapshot: 'snapshot',
  entry_snapshot_sealed: 'snapshot_sealed',
  entry_move: 'move',
};

/** Migrates up to and with that migration, which need not be the newest; throws when it does not succeed. */
export async function migrateTo(db: Db, name: string): Promise<void> {
  // Migrations whose numbers came later stand between: those up to `name` alone are known here.
  const known = Object.fromEntries(Object.entries(migrations).filter(([key]) => key <= name));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => known } }).migrateToLatest();
  if (error) throw error;
}

/** Fills a database of before with submitted entries and all that hangs from each: some twenty rows. */
export async function fillOldRows(db: Db, entries: number): Promise<void> {
  await sql`insert into region (id, name_zh, name_en, kind, sort) values ('r', '甲县', 'Jia', 'county', 1)`.execute(db);
  await sql`insert into edition (id, name_zh, year, cutoff_date, status, blueprint, synthetic)
    values ('e', '试验届', 2026, '2026-10-01', 'current', '{}', true)`.execute(db);
  await sql`insert into track (edition_id, code, zh, kind) values ('e', 't', '赛道', 'common')`.execute(db);
  await sql`insert into contest (id, edition_id, region_id) values ('c', 'e', 'r')`.execute(db);
  await sql`insert into contest_track (contest_id, edition_id, track_code, sort) values ('c', 'e', 't', 1)`.execute(db);
  await sql`insert into person (id, display_name, created_at) values (${person}, '甲', ${moment})`.execute(db);
  for (let done = 0; done < entries; done += aStatement) {
    const range = sql`generate_series(${done + 1}::int, ${Math.min(entries, done + aStatement)}::int) n`;
    for (const fill of fills(range)) await fill.execute(db);
  }
}

const aStatement = 20_000;
const person = sql.lit('00000000-0000-7000-8000-000000000001');
const moment = sql.lit('2026-10-01T09:00:00+08:00');
/** The k-th id that hangs from the n-th entry; the 0th is the entry's own. */
const id = (k: number) => sql`('00000000-0000-7000-9000-' || lpad(to_hex(n * 16 + ${sql.lit(k)}), 12, '0'))::uuid`;
const sealed = sql`'k1.' || md5(n::text) || md5((n + 1)::text)`;

const parts = sql`jsonb_build_array(
  jsonb_build_object('section', 'leader', 'zh', '负责人', 'lines', jsonb_build_array(
    jsonb_build_object('field', 'name', 'label', '姓名', 'value', '欧阳小丽'),
    jsonb_build_object('field', 'phone', 'label', '手机号', 'value', '199****' || lpad((n % 10000)::text, 4, '0')))),
  jsonb_build_object('section', 'entity', 'zh', '单位', 'lines', jsonb_build_array(
    jsonb_build_object('field', 'name', 'label', '名称', 'value', '蒲县山货农产品有限公司' || n))),
  jsonb_build_object('section', 'project', 'zh', '项目', 'lines', jsonb_build_array(
    jsonb_build_object('field', 'description', 'label', '介绍', 'value', repeat('山货直供。', 60)))))`;

const fills = (range: ReturnType<typeof sql>) => [
  sql`insert into entry (id, edition_id, contest_id, region_id, state, version, reference, leader_id, title, track_code,
      group_code, started_at, changed_at, submitted_at, first_submitted_at, review_due)
    select ${id(0)}, 'e', 'c', 'r', 'submitted', 4, 'XH-' || n, ${person}, '项目 ' || n, 't', 'g', ${moment}, ${moment},
      ${moment}, ${moment}, '2026-10-10' from ${range}`,
  sql`insert into entry_section (entry_id, section, data, version, saved_at, saved_by)
    select ${id(0)}, s, jsonb_build_object('title', '项目 ' || n, 'summary', repeat('山货直供。', 20)), 3, ${moment}, ${person}
    from ${range}, unnest(array['project', 'leader', 'entity', 'jobs', 'declaration']) s`,
  sql`insert into entry_sealed (entry_id, field, sealed, masked, set_at)
    select ${id(0)}, f, ${sealed}, '1**', ${moment} from ${range}, unnest(array['leader.idNumber', 'leader.phone']) f`,
  sql`insert into entry_member (id, entry_id, person_id, name, role_zh, phone_sealed, phone_masked, access, joined_at)
    select ${id(1)}, ${id(0)}, ${person}, '乙', '技术', ${sealed}, '1**', 'view', ${moment} from ${range}`,
  sql`insert into entry_consent (id, entry_id, person_id, kind, text_version, given_at)
    select ${id(2)}, ${id(0)}, ${person}, 'sensitive', '1', ${moment} from ${range}`,
  sql`insert into entry_snapshot (entry_id, n, sha256, data, taken_at, reference)
    select ${id(0)}, 1, md5(n::text), jsonb_build_object('parts', ${parts}, 'members', '[]'::jsonb), ${moment}, 'XH-' || n from ${range}`,
  sql`insert into entry_snapshot_sealed (entry_id, n, field, sealed, masked, set_at)
    select ${id(0)}, 1, f, ${sealed}, '1**', ${moment} from ${range}, unnest(array['leader.idNumber', 'leader.phone']) f`,
  sql`insert into entry_move (entry_id, n, move, from_state, to_state, by_person, at, details)
    select ${id(0)}, m, 'submit', 'draft', 'submitted', ${person}, ${moment}, '{"regionId": "r"}'
    from ${range}, generate_series(2, 4) m`,
  sql`insert into upload (id, entry_id, slot, version, name, declared_size, size, kind, state, storage_key, sha256, begun_by, begun_at)
    select ('00000000-0000-7000-a000-' || lpad(to_hex(n * 16 + k), 12, '0'))::uuid, ${id(0)}, 'slot' || k, 1, 'a.pdf', 9, 9, 'pdf',
      'accepted', n || '-' || k, md5(n::text || k), ${person}, ${moment} from ${range}, generate_series(1, 4) k`,
  sql`insert into entry_count (contest_id, state, track_code, delta) select 'c', 'submitted', 't', count(*) from ${range}`,
];

/** Table, by what it is called since, to its number of rows and a sum over what stands in them, in whatever order. */
export async function rowsOf(db: Kysely<never> | Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%' order by 1`.execute(
    db as Db,
  );
  const each = tables.map(
    ({
      name,
    }) => sql`select ${name}::text as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum
      from ${sql.table(name)} t`,
  );
  const { rows } = await sql<{ name: string; sum: string }>`${sql.join(each, sql` union all `)}`.execute(db as Db);
  return Object.fromEntries(rows.map(({ name, sum }) => [called[name] ?? name, sum]));
}

/** What every second entry would be found by, in a database of before these rows were numbered. */
export const fillOldSearch = (db: Db) =>
  sql`insert into entry_search (entry_id, region_id, leader_zh, phone_masked, words, tokens, title_pairs)
    select e.id, e.region_id, '欧阳小丽', '199****0000', e.title || e.id,
      array(select distinct substr(md5(e.title), k, 2 + k % 2) from generate_series(1, 30) k) || ('r:' || e.region_id), array[e.title]
    from (select *, row_number() over (order by id) as k from entry) e where e.k % 2 = 0`.execute(db);
