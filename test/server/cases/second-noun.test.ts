import { checkDigitOf } from '@shared/kernel/resident-id';
import { Migrator } from 'kysely';
import ts from 'typescript';
import { areasInLine, assembleAreas } from '../../../cloudfunctions/core/areas';
import { fileOwnersOf } from '../../../cloudfunctions/core/files/file-owner';
import { receiveUpload } from '../../../cloudfunctions/core/files/receive-upload';
import { unsealFrozen } from '../../../cloudfunctions/core/forms/sealed-values';
import { readFrozen } from '../../../cloudfunctions/core/forms/snapshots';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import { migrations } from '../../../cloudfunctions/core/platform/migrations';
import { makeUploadToken } from '../../../cloudfunctions/core/platform/storage/upload-token';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { filesUnder, textOf } from '../../house/tree';
import { boothArea } from '../../support/booth/core/area';
import { up } from '../../support/booth/core/migration';
import { boothLifecycle } from '../../support/booth/shared/lifecycle';
import { boothNotices } from '../../support/booth/shared/notices';
import { lyingInInboxes } from '../../support/inboxes';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';
import { walkLifecycle } from '../../support/walk-lifecycle';

/** A noun that the product does not have, beside all that it has: whatever a second noun needs, it finds in the ground. */
const withBooths = assembleAreas([...areasInLine, boothArea]);

let server: TestServer;
let tick: () => Promise<void>;
beforeAll(async () => {
  server = await freshServer(withBooths);
  const getMigrations = async () => ({ ...migrations, '9000-booth': { up } });
  const { error } = await new Migrator({ db: server.db, provider: { getMigrations } }).migrateToLatest();
  expect(error).toBeUndefined();
  tick = makeTick(server.home, withBooths);
});
afterAll(async () => {
  await tick();
  expect(server.faults).toEqual([]);
  expect(await verifyAudit(server.db, server.home.auditKeys)).toMatchObject({ ok: true, unsealed: 0 });
  await server.close();
});

const clerk = 'clerk-puxian-1';
const unfilled = async (title: string, as = 'entrant-new') =>
  (await server.ask<{ boothId: string }>(as, 'booth/ask', { regionId: '141033', title })).boothId;
const filled = {
  section: 'stall',
  version: 0,
  data: { goods: '山核桃', power: true },
  sealed: { phone: '19900001234' },
};
async function asked(title: string, as = 'entrant-new') {
  const boothId = await unfilled(title, as);
  await server.ask(as, 'booth/saveSection', { boothId, ...filled });
  return boothId;
}
const codeOf = async (...[as, path, input, key]: Parameters<TestServer['call']>) => {
  const { status, body } = await server.call(as, path, input, key);
  return body.ok ? status : body.error.code;
};
type Workbench = Record<
  'waitsForMe' | 'iWaitFor',
  Array<{ id: string; title: string; detail: string; dueDate: string | null }>
>;
const todosOf = async (as: string) => {
  const { waitsForMe, iWaitFor } = await server.ask<Workbench>(as, 'notices/workbench');
  const told = (todos: Workbench['waitsForMe']) =>
    todos.filter(({ id }) => id.startsWith('booth')).map(({ title, detail, dueDate }) => [title, detail, dueDate]);
  return { waitsForMe: told(waitsForMe), iWaitFor: told(iWaitFor) };
};
async function told(boothId: string): Promise<string[]> {
  const rows = await lyingInInboxes(server.db)
    .innerJoin('outbox as o', 'o.id', 'm.event_id')
    .select(['m.notice', 'd.person_id'])
    .where('o.subject', '=', `booth:${boothId}`)
    .execute();
  return rows.map(({ notice, person_id }) => `${notice} ${person_id}`).sort();
}

test('its lifecycle holds together, and every event of it is told', () => {
  expect(walkLifecycle(boothLifecycle, (event) => boothNotices.some((notice) => notice.event === event))).toEqual([]);
});

test('a booth is asked for, lent once, falls due by the clock and is given back; everybody is told and shown what is theirs', async () => {
  const boothId = await asked('蒲县山货直供');
  expect(await todosOf('entrant-new')).toEqual({
    waitsForMe: [],
    iWaitFor: [['等待答复展位申请', '蒲县山货直供', null]],
  });
  expect((await todosOf(clerk)).waitsForMe).toEqual([['答复展位申请', '蒲县山货直供', null]]);
  expect((await todosOf('clerk-yaodu')).waitsForMe).toEqual([]);
  expect((await todosOf('member')).iWaitFor).toEqual([]);

  const lend = { boothId, version: 1 };
  expect(await codeOf('member', 'booth/get', { boothId })).toBe('NOT_FOUND');
  expect(await codeOf('clerk-yaodu', 'booth/lend', lend)).toBe('NOT_FOUND');
  expect(await codeOf('entrant-new', 'booth/giveBack', lend)).toBe('BOOTH_MOVE_NOT_ALLOWED');
  const lent = { boothId, state: 'lent', stateZh: '已借出', version: 2 };
  expect(await server.ask(clerk, 'booth/lend', lend, 'lend-this-booth')).toEqual(lent);
  expect(await server.ask(clerk, 'booth/lend', lend, 'lend-this-booth')).toEqual(lent);
  expect(await codeOf('clerk-puxian-2', 'booth/lend', lend)).toBe('CASE_STALE');
  const { body } = await server.call('clerk-puxian-2', 'booth/lend', lend);
  expect(body).toMatchObject({
    error: {
      message: '这个展位申请已由蒲县审核人员一于 2026-11-24 09:00 办理“借出”，请刷新后再看',
      current: { state: 'lent', version: 2 },
    },
  });
  expect((await todosOf('entrant-new')).waitsForMe).toEqual([['归还展位', '蒲县山货直供', '2026-11-27']]);
  expect((await todosOf(clerk)).waitsForMe).toEqual([]);

  await tick();
  const office = ['clerk-puxian-1', 'clerk-puxian-2', 'lead-puxian'].map(personaId);
  const asking = office.map((id) => `booth.asked ${id}`);
  expect(await told(boothId)).toEqual([...asking, `booth.lent ${personaId('entrant-new')}`].sort());
  server.clock.set(Date.UTC(2026, 10, 27, 15, 59, 59));
  await tick();
  expect(await server.ask('entrant-new', 'booth/get', { boothId })).toMatchObject({ state: 'lent' });
  server.clock.set(Date.UTC(2026, 10, 27, 16));
  await Promise.all([tick(), makeTick(server.home, withBooths)()]);
  expect(await told(boothId)).toEqual(
    [
      ...asking,
      `booth.lent ${personaId('entrant-new')}`,
      `booth.overdue ${personaId('entrant-new')}`,
      ...office.map((id) => `booth.overdue.office ${id}`),
    ].sort(),
  );

  await server.ask('entrant-new', 'booth/giveBack', { boothId, version: 3 });
  expect(await server.ask('entrant-new', 'booth/get', { boothId })).toEqual({
    boothId,
    title: '蒲县山货直供',
    state: 'returned',
    stateZh: '已归还',
    tone: 'neutral',
    waits: null,
    editable: false,
    live: false,
    holderZh: null,
    sections: [
      {
        section: 'stall',
        version: 1,
        data: { goods: '山核桃', power: true },
        masked: { phone: '199****1234' },
        savedAt: '2026-11-24T09:00:00+08:00',
        savedByZh: null,
        editable: false,
        problems: {},
      },
    ],
    files: [],
    timeline: [
      { zh: '借到展位', at: '2026-11-24T09:00:00+08:00', byZh: '蒲县审核人员', reason: null },
      { zh: '逾期未还', at: '2026-11-28T00:00:00+08:00', byZh: '系统', reason: null },
      { zh: '归还展位', at: '2026-11-28T00:00:00+08:00', byZh: '申请人', reason: null },
    ],
    moves: [],
    version: 4,
  });
  expect(await todosOf('entrant-new')).toEqual({ waitsForMe: [], iWaitFor: [] });
});

test('a refusal says why, to the asker alone', async () => {
  const boothId = await asked('蒲县剪纸工坊', 'member');
  expect(await codeOf(clerk, 'booth/refuse', { boothId, version: 1, reason: ' ' })).toBe('BOOTH_REASON_MISSING');
  await server.ask(clerk, 'booth/refuse', { boothId, version: 1, reason: '展位已满' });
  const { timeline } = await server.ask<{ timeline: object[] }>('member', 'booth/get', { boothId });
  expect(timeline).toMatchObject([{ zh: '没有借到', byZh: '蒲县审核人员', reason: '展位已满' }]);
  await tick();
  expect(await told(boothId)).toContain(`booth.refused ${personaId('member')}`);
});

test('nobody answers what they asked for themselves', async () => {
  const boothId = await asked('蒲县核桃油坊', clerk);
  expect(await codeOf(clerk, 'booth/lend', { boothId, version: 1 })).toBe('FORBIDDEN');
  expect((await todosOf(clerk)).waitsForMe).toEqual([]);
  expect((await todosOf('lead-puxian')).waitsForMe).toEqual([['答复展位申请', '蒲县核桃油坊', null]]);
});

test('its audit tells every move in its order', async () => {
  const boothId = await asked('蒲县冷链快运', 'member');
  await server.ask(clerk, 'booth/lend', { boothId, version: 1 });
  const rows = await server.db
    .selectFrom('audit')
    .select(['act', 'data'])
    .where('subject', '=', `booth:${boothId}`)
    .orderBy('n')
    .execute();
  expect(rows).toEqual([
    { act: 'booth/start', data: { regionId: '141033' } },
    { act: 'booth/saveSection', data: { section: 'stall', version: 1, sealed: ['phone'] } },
    { act: 'booth/lend', data: { path: 'booth/lend', from: 'asked', to: 'lent', version: 2 } },
  ]);
});

test('it has files of its own through the endpoint that takes bytes, while nobody has answered', async () => {
  const pdf = makePdf();
  const boothId = await asked('蒲县云上药谷', 'member');
  const file = { boothId, slot: 'plan', name: '布置图.pdf', size: pdf.length };
  expect(await codeOf('entrant-new', 'booth/beginUpload', file)).toBe('NOT_FOUND');
  expect(await codeOf('member', 'booth/beginUpload', { ...file, slot: 'licence' })).toBe('FILE_NO_SUCH_SLOT');
  const { uploadId } = await server.ask<{ uploadId: string }>('member', 'booth/beginUpload', file);
  const send = () => {
    const token = makeUploadToken(
      { uploadId, personId: personaId('member'), now: server.clock.now() },
      server.home.keys,
    );
    async function* source() {
      yield pdf;
    }
    return receiveUpload(server.home, fileOwnersOf(withBooths), { uploadId, token, source: source() });
  };
  expect(await send()).toMatchObject({ status: 200 });
  await server.ask('member', 'booth/finishUpload', { uploadId });
  expect(await server.ask(clerk, 'booth/get', { boothId })).toMatchObject({
    files: [{ slot: 'plan', name: '布置图.pdf', state: 'accepted', version: 1 }],
  });
  await server.ask(clerk, 'booth/lend', { boothId, version: 1 });
  expect(await codeOf('member', 'booth/beginUpload', file)).toBe('BOOTH_ANSWERED');
});

test('it has a form of its own, kept as it is typed, judged, sealed, and frozen when it is lent', async () => {
  const boothId = await unfilled('蒲县花馍坊', 'member');
  const save = (more: object) => ['booth/saveSection', { boothId, ...filled, ...more }] as const;
  expect(await codeOf('entrant-new', ...save({}))).toBe('NOT_FOUND');
  expect(await codeOf(clerk, 'booth/lend', { boothId, version: 1 })).toBe('BOOTH_UNFINISHED');
  const id = `14100019900307001${checkDigitOf('14100019900307001')}`;
  const half = { goods: ' 花馍\u200b ', power: false, phone: '19900001234', more: 'x' };
  const first = await server.ask('member', ...save({ data: half, sealed: {} }));
  expect(first).toMatchObject({
    section: 'stall',
    version: 1,
    data: { goods: '花馍', power: false },
    masked: {},
    editable: true,
    problems: { phone: '请填写现场联系电话' },
  });
  const { status, body } = await server.call('member', ...save({}));
  expect([status, body]).toMatchObject([409, { error: { code: 'CASE_STALE', current: first } }]);
  const wrong = await server.call('member', ...save({ version: 1, sealed: { phone: '123' } }));
  expect(wrong.body).toMatchObject({ error: { code: 'FORM_FIELD_WRONG', fields: { phone: expect.any(String) } } });
  expect(await codeOf('member', ...save({ version: 1, data: { goods: id } }))).toBe('TEXT_HAS_ID_NUMBER');
  await server.ask('member', ...save({ version: 1 }));
  await server.ask(clerk, 'booth/lend', { boothId, version: 1 });
  expect(await codeOf('member', ...save({ version: 2 }))).toBe('FORM_SECTION_CLOSED');

  const call = makeCall(server.home, server.db, null, server.clock.now());
  const frozen = await readFrozen(call, boothId);
  expect(frozen?.parts).toEqual([
    {
      section: 'stall',
      zh: '展位情况',
      lines: [
        { field: 'goods', label: '展出的货品', value: '山核桃' },
        { field: 'power', label: '需要用电', value: '是' },
        { field: 'phone', label: '现场联系电话', value: '199****1234' },
      ],
    },
  ]);
  const phone = frozen?.sealed.get('stall.phone');
  expect(phone && unsealFrozen(call, { kind: 'booth', id: boothId }, 1, 'stall.phone', phone)).toBe('19900001234');
});

/** A source without what is not counted: imports, types, comments, empty lines. */
function countedLines(path: string): string[] {
  const tree = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, false);
  const counted = tree.statements.filter(
    (one) => !ts.isImportDeclaration(one) && !ts.isTypeAliasDeclaration(one) && !ts.isInterfaceDeclaration(one),
  );
  return counted.flatMap((one) => one.getText(tree).split('\n')).filter((line) => !/^\s*(\/\/.*|\/?\*.*)?$/.test(line));
}

const home = 'test/support/booth';
const page = textOf('docs/add-a-noun.md');

test('its server code is under 80 lines besides imports, types and procedures', () => {
  const files = filesUnder(`${home}/core`, '.ts').filter((path) => !path.endsWith('/procedures.ts'));
  const lines = files.flatMap(countedLines);
  expect(files.length).toBeGreaterThan(6);
  expect(lines.length).toBeLessThan(80);
});

test('the page that tells how to add a noun is followed to the letter', () => {
  const named = [...page.matchAll(/`((?:shared|core)\/[\w-]+\.ts|shared\/notices\/index\.ts)`/g)].map(
    ([, path]) => `${home}/${path}`,
  );
  const notices = `${home}/shared/notices/`;
  expect([...new Set(named)].sort()).toEqual(
    filesUnder(home, '.ts').filter(
      (path) => !path.endsWith('/joined.ts') && (!path.startsWith(notices) || path.endsWith('/index.ts')),
    ),
  );
  const pieces = [...page.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];
  expect(pieces.length).toBeGreaterThan(5);
  expect(
    pieces.filter(([, path, code = '']) => !textOf(`${home}/${path}`).includes(code)).map(([, path]) => path),
  ).toEqual([]);
  const lines = [...page.matchAll(/^\| `([\w/.-]+)` \| `(.+)` \|$/gm)];
  expect(lines.length).toBeGreaterThan(4);
  const asEntry = (line: string) => line.replace(/booth/g, 'entry').replace(/Booth/g, 'Entry');
  expect(
    lines.filter(([, list = '', line = '']) => !textOf(list).includes(asEntry(line))).map(([, list]) => list),
  ).toEqual([]);
});
