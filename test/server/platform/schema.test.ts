import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import ts from 'typescript';
import { type Db, openDatabase } from '../../../cloudfunctions/core/platform/db';
import { freshDatabase } from '../../support/postgres';

/** What a column is, whether read from the types of `schema/` or from the database: `text`, `number?`, `instant` … */
type Columns = Record<string, string>;

const folder = join(__dirname, '../../../cloudfunctions/core/platform/schema');

/** `string | null` → `text?`; unions of words and the domain's own names for them are text in the database. */
function kindOf(type: string): string {
  const plain = type.replace(/^Generated<(.*)>$/s, '$1');
  const nullable = /\| null$/.test(plain) || plain === 'OptionalInstant';
  const bare = plain.replace(/ \| null$/, '');
  const kind = /^(Optional)?Instant$/.test(bare)
    ? 'instant'
    : bare.startsWith('Json<')
      ? 'json'
      : bare === 'number' || bare === 'boolean'
        ? bare
        : bare.endsWith('[]')
          ? 'list'
          : 'text';
  return nullable ? `${kind}?` : kind;
}

/** Table → columns, as the sources declare them; `generated` holds those that the database fills by itself. */
function declaredTables(): { tables: Record<string, Columns>; generated: string[] } {
  const tables: Record<string, Columns> = {};
  const generated: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const source = ts.createSourceFile(path, ts.sys.readFile(path) ?? '', ts.ScriptTarget.ES2022, true);
    for (const statement of source.statements) {
      if (!ts.isTypeAliasDeclaration(statement) || !statement.name.text.endsWith('Tables')) continue;
      if (!ts.isTypeLiteralNode(statement.type)) continue;
      for (const table of statement.type.members) {
        if (!ts.isPropertySignature(table) || !table.type || !ts.isTypeLiteralNode(table.type)) continue;
        const columns: Columns = {};
        for (const column of table.type.members) {
          if (!ts.isPropertySignature(column) || !column.type) continue;
          const type = column.type.getText(source);
          columns[column.name.getText(source)] = kindOf(type);
          if (type.startsWith('Generated<'))
            generated.push(`${table.name.getText(source)}.${column.name.getText(source)}`);
        }
        tables[table.name.getText(source)] = columns;
      }
    }
  }
  return { tables, generated: generated.sort() };
}

const kinds: Record<string, string> = {
  text: 'text',
  uuid: 'text',
  date: 'text',
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
  jsonb: 'json',
  ARRAY: 'list',
  'timestamp with time zone': 'instant',
};

type Row = { table: string; column: string; type: string; nullable: boolean; filled: boolean };

let db: Db;
let drop: () => Promise<void>;
let rows: Row[];
beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  db = openDatabase(fresh.url, 1);
  const found = await sql<Row>`select c.table_name as table, c.column_name as column, c.data_type as type,
      c.is_nullable = 'YES' as nullable, c.column_default is not null or c.is_identity = 'YES' or c.is_generated = 'ALWAYS' as filled
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%'`.execute(db);
  rows = found.rows;
});
afterAll(async () => {
  await db.destroy();
  await drop();
});

test('the declared tables are the migrated database, column by column, nullability too', () => {
  const migrated: Record<string, Columns> = {};
  for (const { table, column, type, nullable } of rows) {
    migrated[table] ??= {};
    Object.assign(migrated[table], { [column]: `${kinds[type] ?? type}${nullable ? '?' : ''}` });
  }
  expect(declaredTables().tables).toEqual(migrated);
});

test('exactly the columns with a default are declared as filled by the database', () => {
  const filled = rows.filter((row) => row.filled).map(({ table, column }) => `${table}.${column}`);
  expect(declaredTables().generated).toEqual(filled.sort());
});

test('no default reads the clock: an instant always comes from the call', () => {
  expect(rows.filter(({ type, filled }) => filled && /timestamp|date/.test(type))).toEqual([]);
});

test('personal values are in no column of plain text: what is sealed says so in its name', () => {
  const spoken = /(^|_)(id_number|phone|contact|address|email)$/;
  // The cards of a contest and of an organisation are an office's, and there for everybody who applies.
  const offices = ['contest', 'organisation'];
  const personal = rows.filter(({ table, column }) => spoken.test(column) && !offices.includes(table));
  expect(personal.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
});
