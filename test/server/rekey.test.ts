import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { areas } from '../../cloudfunctions/core/areas';
import { addLines } from '../../cloudfunctions/core/finance/queries';
import { freezeSealed, putSealed } from '../../cloudfunctions/core/forms/sealed-values';
import { takeSnapshot } from '../../cloudfunctions/core/forms/snapshots';
import { sealedColumnsOf } from '../../cloudfunctions/core/line/area';
import type { DataKeys } from '../../cloudfunctions/core/platform/crypto/data-key';
import { open } from '../../cloudfunctions/core/platform/crypto/seal';
import { rekey, type SealedColumn } from '../../cloudfunctions/core/platform/rekey';
import { at } from '../../cloudfunctions/core/platform/schema';
import { makeCall } from '../../cloudfunctions/core/rpc/call';
import { keepLoanPolicy } from '../support/applications';
import { filledDraft, freshIdNumber, save, submittedEntry } from '../support/entry-factory';
import { lentTo } from '../support/loans';
import { samplePayment } from '../support/payments';
import { claimAs } from '../support/review-acts';
import { freshServer, type TestServer } from '../support/server';

const sealedColumns = sealedColumnsOf(areas);
/** As `seal` writes it. */
const sealedText = '^k[0-9]{1,4}[.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]{22}[.][A-Za-z0-9_-]*$';
const newer = { id: 'k2', bytes: Buffer.alloc(32, 22) };
const clerk = 'clerk-puxian-1';

let server: TestServer;
let old: DataKeys;
beforeEach(async () => {
  server = await freshServer();
  old = server.home.keys;
});
afterEach(() => server.close());

const rotated = (): DataKeys => [newer, ...old];
const rotate = () => Object.assign(server.home, { keys: rotated() });
const nameOf = ({ table, column }: SealedColumn) => `${table}.${column}`;

/** Column → how many of its values each key sealed, over every text column of the database, whoever listed it. */
async function sealedBy(): Promise<Record<string, Record<string, number>>> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'text'`.execute(server.db);
  const each = columns.map(
    ({
      table,
      column,
    }) => sql`select ${`${table}.${column}`}::text as name, split_part(${sql.ref(column)}::text, '.', 1) as key,
      count(*) as rows from ${sql.table(table)} where ${sql.ref(column)}::text ~ ${sealedText} group by 2`,
  );
  const { rows } = await sql<{
    name: string;
    key: string;
    rows: number;
  }>`${sql.join(each, sql` union all `)}`.execute(server.db);
  const found: Record<string, Record<string, number>> = {};
  for (const { name, key, rows: count } of rows) found[name] = { ...found[name], [key]: count };
  return found;
}

/** Every value of the listed columns, opened by these keys; throws when one does not open. */
async function opened(keys: DataKeys): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const column of sealedColumns) {
    const kind = column.parent ? sql`(select s.kind from subject s where s.id = subject_id)` : sql`null`;
    const { rows } = await sql<Record<string, string>>`select *, ${kind} as kind, ${sql.ref(column.column)} as was
      from ${sql.table(column.table)} where ${sql.ref(column.column)} <> ''`.execute(server.db);
    all[nameOf(column)] = rows.map((row) => open(row.was ?? '', keys, column.place(row))).sort();
  }
  return all;
}

/** Something sealed in every place: two entries with a team, one value carried over by a migration, phone numbers, a letter, a loan that is lent, a payment. */
async function fill() {
  const entry = await submittedEntry(server, { leader: 'entrant-new' });
  await submittedEntry(server);
  await submittedEntry(server);
  const body = '报名页面打不开，请看一看是怎么回事。';
  await server.ask('member', 'people/sendFeedback', { kind: 'suggestion', body, contact: '19900001234' });
  const wechat = { phoneOf: async () => '19900004321' } as never;
  Object.assign(server.home, { wechat });
  await server.ask('member', 'people/bindPhone', { code: 'a-code' });
  await sql`update snapshot_sealed v set carried = true, sealed = s.sealed from sealed_value s
    where v.subject_id = ${entry.entryId} and s.subject_id = v.subject_id and s.field = v.field and v.field = 'leader.phone'`.execute(
    server.db,
  );
  const team = await server.ask<{ token: string }>('entrant-new', 'entry/inviteMember', {
    entryId: (await draft()).entryId,
    access: 'view',
  });
  await server.ask('member', 'entry/joinTeam', {
    token: team.token,
    name: '张三',
    roleZh: '技术',
    phone: '19900005678',
    sensitive: true,
  });
  await keepLoanPolicy(server);
  await lentTo(server, 'winner-third');
  const call = makeCall(server.home, server.db, null, server.clock.now());
  await addLines(call, { sourceKind: 'sample', titleZh: '样例付款' }, [samplePayment(call.newId())]);
  return entry;
}

const draft = async () => server.ask<{ entryId: string }>('entrant-new', 'entry/start', start);
const start = { contestId: 'LF-XH-2026-141033', trackCode: 'rural_revitalisation', groupCode: 'idea_team' };

test('every column of the database that is named as a sealed one is renewed by rekey, and by its own primary key', async () => {
  const { rows: named } = await sql<{ name: string }>`select table_name || '.' || column_name as name
    from information_schema.columns where table_schema = 'public' and data_type = 'text'
    and (column_name = 'sealed' or column_name like '%\\_sealed')`.execute(server.db);
  expect(sealedColumns.map(nameOf)).toEqual(expect.arrayContaining(named.map(({ name }) => name)));
  for (const { table, key } of sealedColumns) {
    const { rows } = await sql<{ name: string; type: string }>`
      select a.attname as name, format_type(a.atttypid, null) as type from pg_index i
      cross join lateral unnest(i.indkey) with ordinality k(n, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
      where i.indisprimary and i.indrelid = ${table}::regclass order by k.place`.execute(server.db);
    const types = Object.entries(key).map(([name, type]) => [name, type === 'int' ? 'integer' : type]);
    expect([table, types]).toEqual([table, rows.map(({ name, type }) => [name, type])]);
  }
});

test('after a change of keys every value, wherever the product wrote it, opens with the new key alone', async () => {
  await fill();
  const before = await opened(old);
  expect(Object.keys(await sealedBy()).sort()).toEqual(sealedColumns.map(nameOf).sort());
  rotate();
  const told: string[] = [];
  const report = await rekey(server.db, sealedColumns, rotated(), (column) => told.push(nameOf(column)), 2);
  expect(report.remaining).toEqual([]);
  expect(new Set(told)).toEqual(new Set(sealedColumns.map(nameOf)));
  const by = await sealedBy();
  expect(Object.values(by).flatMap(Object.keys)).toEqual(sealedColumns.map(() => 'k2'));
  expect(await opened([newer])).toEqual(before);
  // Done again it finds nothing to do.
  expect(await rekey(server.db, sealedColumns, rotated())).toEqual({ renewed: 0, remaining: [] });
});

test('a sealed value belongs to a place that names the kind of its subject, whichever that is', async () => {
  const call = makeCall(server.home, server.db, null, server.clock.now());
  const owner = { kind: 'toy', id: call.newId() };
  await server.db
    .insertInto('subject')
    .values({ id: owner.id, kind: owner.kind, created_at: at(call.now) })
    .execute();
  const live = await putSealed(call, owner, 'guarantor.phone', { plain: '19900001234', masked: '199****1234' });
  await takeSnapshot(call, owner.id, { n: 1, reference: 'T-1', data: { parts: [], files: [] } });
  await freezeSealed(call, owner, 1, [{ field: 'guarantor.phone', ...live }]);
  expect(await rekey(server.db, sealedColumns, rotated())).toEqual({ renewed: 2, remaining: [] });
  const { sealed } = await server.db.selectFrom('sealed_value').select('sealed').executeTakeFirstOrThrow();
  expect(open(sealed, [newer], `toy:${owner.id}:guarantor.phone`)).toBe('19900001234');
});

test('ended half-way it goes on with the rest, and what a chunk had renewed stays renewed', async () => {
  await fill();
  const before = await opened(old);
  let chunks = 0;
  const killed = rekey(
    server.db,
    sealedColumns,
    rotated(),
    () => {
      chunks += 1;
      if (chunks === 3) throw new Error('killed');
    },
    2,
  );
  await expect(killed).rejects.toThrow('killed');
  const count = async (key: string) => Object.values(await sealedBy()).reduce((sum, keys) => sum + (keys[key] ?? 0), 0);
  const [done, left] = [await count('k2'), await count(old[0].id)];
  expect(done).toBeGreaterThan(2);
  expect(left).toBeGreaterThan(2);
  expect(await opened(rotated())).toEqual(before);
  expect(await rekey(server.db, sealedColumns, rotated())).toEqual({ renewed: left, remaining: [] });
  expect(await opened([newer])).toEqual(before);
});

test('what is saved meanwhile, also under the old key by a server that knows both, is neither lost nor left', async () => {
  const entry = await filledDraft(server);
  // As a server that was told of the new key and seals with the old one yet.
  Object.assign(server.home, { keys: [...old, newer] });
  const data = { name: '王小明', founderRole: 'first_founder', keyGroup: null };
  const numbers = Array.from({ length: 12 }, () => freshIdNumber());
  let saving = true;
  const saves = (async () => {
    for (const [n, idNumber] of numbers.entries()) {
      await save(server, entry, 'leader', n + 1, data, { idNumber, phone: '19900008000' });
    }
    saving = false;
  })();
  while (saving) await rekey(server.db, sealedColumns, rotated(), undefined, 1);
  await saves;
  rotate();
  expect((await rekey(server.db, sealedColumns, rotated())).remaining).toEqual([]);
  const row = await server.db
    .selectFrom('sealed_value')
    .select('sealed')
    .where('subject_id', '=', entry.entryId)
    .where('field', '=', 'leader.idNumber')
    .executeTakeFirstOrThrow();
  expect(open(row.sealed, [newer], `entry:${entry.entryId}:leader.idNumber`)).toBe(numbers.at(-1));
});

test('who saves between the reading and the writing of a chunk is not overwritten', async () => {
  const entry = await submittedEntry(server);
  const saved = 'k2.saved-meanwhile';
  const code = `const { Client } = require('pg');
    (async () => {
      const client = new Client(process.env.URL);
      await client.connect();
      await client.query("set lock_timeout = '300ms'");
      const answer = await client.query("update sealed_value set sealed = '${saved}' where subject_id = $1 and field = 'leader.phone'", ['${entry.entryId}']).catch((error) => error);
      await client.end();
      process.stdout.write(answer.code === '55P03' ? 'waits' : 'saved');
    })();`;
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(server.db);
  const url = new URL(process.env.XINGHUO_TEST_PG ?? '');
  url.pathname = `/${rows[0]?.name}`;
  let outcome = '';
  // The place is asked after the chunk was read and before it is written.
  const columns = sealedColumns.map((column) => ({
    ...column,
    place(row: Parameters<SealedColumn['place']>[0]) {
      if (column.table === 'sealed_value' && outcome === '') {
        const env = { ...process.env, URL: url.toString() };
        outcome = spawnSync(process.execPath, ['-e', code], { env }).stdout.toString();
      }
      return column.place(row);
    },
  }));
  await rekey(server.db, columns, rotated());
  const { sealed } = await server.db
    .selectFrom('sealed_value')
    .select('sealed')
    .where('subject_id', '=', entry.entryId)
    .where('field', '=', 'leader.phone')
    .executeTakeFirstOrThrow();
  expect(['waits', 'saved']).toContain(outcome);
  expect(sealed === saved).toBe(outcome === 'saved');
});

test('a row that somebody holds is waited for by nobody, told as remaining, and renewed the next time', async () => {
  const entry = await submittedEntry(server);
  const holding = await server.db.startTransaction().execute();
  await sql`update sealed_value set masked = masked where subject_id = ${entry.entryId} and field = 'leader.phone'`.execute(
    holding,
  );
  const held = await rekey(server.db, sealedColumns, rotated());
  expect(held.remaining).toEqual([{ table: 'sealed_value', column: 'sealed', key: 'k1', rows: 1 }]);
  await holding.commit().execute();
  expect(await rekey(server.db, sealedColumns, rotated())).toEqual({ renewed: 1, remaining: [] });
});

test('a value that no key opens is left as it is and told, and holds up nothing else', async () => {
  await fill();
  const lost = 'k9.aaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaa.aaaa';
  await server.db.updateTable('feedback').set({ contact_sealed: lost }).execute();
  const { remaining } = await rekey(server.db, sealedColumns, rotated());
  expect(remaining).toEqual([{ table: 'feedback', column: 'contact_sealed', key: 'k9', rows: 1 }]);
});

test('across a change of keys an act sent again is done once, and one person enters once', async () => {
  const idNumber = freshIdNumber();
  const entry = await submittedEntry(server, { idNumber });
  const started = await server.call('entrant-new', 'entry/start', start, 'started-once');
  expect(started.status).toBe(200);
  for (const keys of [rotated(), [newer] as DataKeys]) {
    Object.assign(server.home, { keys });
    expect((await server.call('entrant-new', 'entry/start', start, 'started-once')).body).toEqual(started.body);
    const reused = await server.call('entrant-new', 'entry/start', { ...start, groupCode: 'start_up' }, 'started-once');
    expect(reused.body).toMatchObject({ error: { code: 'KEY_REUSED' } });
    await expect(submittedEntry(server, { idNumber })).rejects.toThrow('ENTRY_LEADER_HAS_ANOTHER');
    expect((await rekey(server.db, sealedColumns, rotated())).remaining).toEqual([]);
  }
  await claimAs(server, clerk, entry.entryId);
  expect(await server.ask(clerk, 'screening/reveal', { entryId: entry.entryId, field: 'leader.idNumber' })).toEqual({
    value: idNumber,
  });
});
