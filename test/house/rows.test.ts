import { areas } from '../../cloudfunctions/core/areas';
import { madeNamesIn, schemas, statements, type Touch, tablesOf, touchesIn } from './rows';

/** Read by everybody: the frame in which everything stands. */
const reference = new Set(['region', 'track', 'edition', 'blueprint_version', 'contest', 'contest_track', 'phase']);
/** Who calls is found before any area is asked: the way in meets people, and their rights, in their own tables. */
const wayIn = ['cloudfunctions/core/platform/identity.ts', 'cloudfunctions/core/platform/grants.ts'];

const inSchema = tablesOf(schemas());
/** Every noun’s parent and its timeline are the cases’. */
const roomOf = (file: string) => (file === 'subjects' ? 'cases' : file);
const ownerOf = new Map([...inSchema].map(([table, file]) => [table, roomOf(file)] as const));
for (const { name, tables } of areas) for (const table of tables) ownerOf.set(table, name);
/** In its line, before every area. */
const ground = ['platform', 'cases', 'files', 'forms', 'telling'];

const strange = ({ room, table, writes, place }: Touch): boolean =>
  ownerOf.get(table) !== room &&
  !(reference.has(table) && !writes) &&
  !(ownerOf.get(table) === 'people' && wayIn.some((path) => place.startsWith(path)));
const pairOf = ({ room, table, writes }: Touch) =>
  `${room} ${writes ? 'writes' : 'reads'} ${ownerOf.get(table)}.${table}`;

const touches = statements()
  .flatMap(([path, text]) => touchesIn(path, text, inSchema))
  .filter(strange);
const declared = areas.flatMap(({ name, reads = {} }) =>
  Object.entries(reads).flatMap(([owner, tables]) => tables.map((table) => `${name} reads ${owner}.${table}`)),
);

describe('Rows obey the line', () => {
  test('every table has one owner, and an area owns what stands in its own schema', () => {
    const claimed = areas.flatMap(({ name, tables }) => tables.map((table) => `${name}.${table}`));
    const declaring = new Set(areas.map(({ name }) => name));
    const written = [...inSchema]
      .filter(([, file]) => declaring.has(roomOf(file)) || !ground.includes(roomOf(file)))
      .map(([table, file]) => `${file}.${table}`);
    expect(claimed.sort()).toEqual(written.sort());
  });

  test('a table is written by its owner alone and read by others only where their area says so', () => {
    const found = touches.filter((touch) => !declared.includes(pairOf(touch)));
    expect(found.map((touch) => `${pairOf(touch)} at ${touch.place}`)).toEqual([]);
  });

  test('what an area says it reads of others it reads, and of the ground or of areas before it in the line', () => {
    const pairs = new Set(touches.map(pairOf));
    expect(declared.filter((pair) => !pairs.has(pair))).toEqual([]);
    const serving = areas.filter(({ procedures }) => Object.keys(procedures).length > 0).map(({ name }) => name);
    const under = areas.map(({ name }) => name).filter((name) => !serving.includes(name));
    const line = [...ground, ...under, ...serving];
    const backwards = areas.flatMap(({ name, reads = {} }) =>
      Object.keys(reads).filter((owner) => !line.slice(0, line.indexOf(name)).includes(owner)),
    );
    expect(backwards).toEqual([]);
  });

  test('names of tables are written out, but where the platform and the cases serve any table', () => {
    const makers = statements()
      .filter(([path]) => !/core\/(platform|cases)\//.test(path))
      .flatMap(([path, text]) => madeNamesIn(path, text).map((made) => `${path}: ${made}`));
    expect(makers).toEqual([]);
  });
});

describe('The reading of rows', () => {
  const tables = new Map(['entry', 'upload', 'person', 'feedback'].map((table) => [table, 'x'] as const));
  const told = (text: string) =>
    touchesIn('cloudfunctions/core/people/some.ts', text, tables).map(
      ({ table, writes, place }) => `${writes ? 'w' : 'r'} ${table} ${place.split(':')[1]}`,
    );

  test('sees builders, their joins and their subqueries', () => {
    expect(
      told(`const a = db.selectFrom('entry as e').innerJoin('upload as u', 'u.id', 'e.id');
        db.insertInto('upload').values({}).onConflict((c) => c.doNothing());
        db.selectFrom(['feedback', 'entry']).where(({ exists, selectFrom }) => exists(db.selectFrom('upload')));
        db.updateTable('entry').set({}); db.deleteFrom('feedback');`),
    ).toEqual([
      'r upload 1',
      'r entry 1',
      'w upload 2',
      'r feedback 3',
      'r entry 3',
      'r upload 3',
      'w entry 4',
      'w feedback 4',
    ]);
  });

  test('sees templates, what stands in their holes, and lists; not texts, comments and names of its own', () => {
    expect(
      told(`sql\`select from entry e, upload u where \${sql\`exists (select from feedback)\`} and x is distinct from y\`;
        sql<Row>\`with entry as (select 1) select from entry -- from upload
          where note = 'copied from upload'\`;
        sql\`insert into upload select * from feedback f for update of f\`;
        sql\`update entry set a = 1 from upload\`; sql\`delete from entry using upload\`;`),
    ).toEqual([
      'r entry 1',
      'r upload 1',
      'r feedback 1',
      'w upload 4',
      'r feedback 4',
      'w entry 5',
      'r upload 5',
      'w entry 5',
      'r upload 5',
    ]);
  });

  test('lets a person be named, and nothing more be told', () => {
    expect(
      told(`sql\`select p.display_name from feedback f join person p on p.id = f.person_id\`;
        db.selectFrom('person as p').select(['p.id', 'p.display_name']);
        db.selectFrom('person').select('display_name');
        sql\`select p.phone_masked from person p\`;
        db.selectFrom('person as p').selectAll('p').select('p.openid');
        db.selectFrom('person').selectAll();`),
    ).toEqual(['r feedback 1', 'r person 4', 'r person 5', 'r person 6']);
  });

  test('sees names that are made as it runs', () => {
    const made = (text: string) => madeNamesIn('some.ts', text);
    expect(
      made('x = sql.table(name); db.selectFrom(name).x; db.dynamic.ref(x); db.innerJoin(late ? a : b, c)'),
    ).toEqual(['sql.table', 'selectFrom(name)', 'db.dynamic', 'innerJoin(late ? a : b)']);
    expect(
      made(
        "db.selectFrom(\n  'entry as e'); db.selectFrom(['entry']); db.innerJoin((eb) => eb, 'a', 'b'); Array.from(x)",
      ),
    ).toEqual([]);
  });
});
