import {
  consent,
  filledDraft,
  freshIdNumber,
  freshPerson,
  freshUscc,
  save,
  submittedEntry,
} from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

/** What people were seen to type, each with what is to become of it. */
let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const fullWidth = (text: string) => Array.from(text, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');

async function emptyDraft(groupCode = 'start_up') {
  const leader = await freshPerson(server);
  const { entryId } = await server.ask<{ entryId: string }>(leader, 'entry/start', {
    contestId: 'LF-XH-2026-141033',
    trackCode: 'rural_revitalisation',
    groupCode,
  });
  return { entryId, leader };
}

const entity = (more: object) => ({
  name: '蒲县山货农产品有限公司',
  uscc: freshUscc(),
  registrationDate: '2025-03-03',
  address: '临汾市蒲县蒲城镇西关街 8 号',
  regionId: '141033',
  ...more,
});

describe('A day that does not exist', () => {
  test.each(['2015-02-30', '2010-13-45'])(
    'as the registration, %s, is told beside it and not submitted',
    async (day) => {
      const draft = await filledDraft(server, { group: 'start_up' });
      const saved = await save(server, draft, 'entity', 1, entity({ registrationDate: day }));
      expect(saved.problems).toEqual({ registrationDate: '没有这一天，请重新选择' });
      const { status, body } = await server.call(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
      expect([status, body]).toMatchObject([422, { error: { code: 'ENTRY_INCOMPLETE' } }]);
    },
  );
});

describe('A title', () => {
  const seen = async (title: string) => {
    const { entryId } = await submittedEntry(server, { title });
    return (await server.ask<{ title: string }>('clerk-puxian-1', 'screening/review', { entryId })).title;
  };

  test('of 40 characters is shown whole, whatever they are made of', async () => {
    const emoji = `${'x'.repeat(39)}\u{1f680}`;
    const rare = '\u{20bb7}'.repeat(30);
    expect([await seen(emoji), await seen(rare)]).toEqual([emoji, rare]);
  });

  test('loses what turns it around', async () => {
    expect(await seen('\u202e试验项目')).toBe('试验项目');
  });

  test('that nobody sees is asked for', async () => {
    const draft = await emptyDraft();
    const saved = await save(server, draft, 'project', 1, { title: '\u200b' });
    expect(saved.problems.title).toBe('请填写项目名称');
  });

  test('that is too long is kept as it is, told in words, and stands in lists by its beginning', async () => {
    const draft = await emptyDraft();
    const title = '👨‍👩‍👧'.repeat(41);
    const saved = await save(server, draft, 'project', 1, { title });
    expect(saved).toMatchObject({
      data: { title },
      problems: { title: '最多 40 个字，现在 41 个字，请删去 1 个字' },
    });
    const row = await server.db.selectFrom('entry').select('title').where('id', '=', draft.entryId).executeTakeFirst();
    expect(row?.title).toBe(`${'👨‍👩‍👧'.repeat(39)}…`);
  });
});

describe('Numbers that are kept sealed', () => {
  const masked = async (sealed: { idNumber?: string; phone?: string }) => {
    const draft = await emptyDraft();
    await consent(server, draft);
    const saved = await save(server, draft, 'leader', 0, { name: '王小明' }, sealed);
    return (saved as unknown as { masked: Record<string, string> }).masked;
  };

  test.each(['\u202d19900008000\u202c', fullWidth('19900008000'), '8619900008000', '+86 199-0000-8000'])(
    'the phone %j is taken',
    async (phone) => {
      expect(await masked({ phone })).toEqual({ phone: '199****8000' });
    },
  );

  test('a landline is taken', async () => {
    expect(await masked({ phone: '（0357）2012345 转 801' })).toEqual({ phone: '0357-****345' });
  });

  test('an ID number is taken in full width and with hyphens', async () => {
    const id = freshIdNumber();
    const known = { idNumber: `1410${'*'.repeat(10)}${id.slice(-4)}` };
    expect(await masked({ idNumber: fullWidth(id) })).toEqual(known);
    expect(await masked({ idNumber: `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}` })).toEqual(known);
  });
});

describe('A credit code', () => {
  test('with a space in it is taken', async () => {
    const code = freshUscc();
    const draft = await emptyDraft();
    const saved = await save(server, draft, 'entity', 0, entity({ uscc: `${code.slice(0, 8)} ${code.slice(8)}` }));
    expect(saved).toMatchObject({ data: { uscc: code }, problems: {} });
  });

  test('in lower case is still shown to staff as a twin', async () => {
    const code = freshUscc();
    const entered = async (uscc: string, title: string) => {
      const draft = await filledDraft(server, { group: 'start_up', title });
      await save(server, draft, 'entity', 1, entity({ uscc }));
      await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
      return draft.entryId;
    };
    await entered(code, '山货一号');
    const entryId = await entered(code.toLowerCase(), '山货二号');
    const { eligibility } = await server.ask<{ eligibility: Array<{ code: string }> }>(
      'clerk-puxian-1',
      'screening/review',
      { entryId },
    );
    expect(eligibility.map((finding) => finding.code)).toContain('SAME_ENTITY');
  });
});

test('a signature with another dot is the leader’s', async () => {
  const draft = await filledDraft(server);
  await save(server, draft, 'leader', 1, { name: '阿依古丽·买买提', founderRole: 'first_founder' });
  const saved = await save(server, draft, 'declaration', 1, { typedName: '阿依古丽•买买提', agreed: true });
  expect(saved).toMatchObject({ data: { typedName: '阿依古丽·买买提' }, problems: {} });
});

describe('An identity number in free text', () => {
  const sentence = '请不要在这里填写身份证号，删去后再保存';
  const refusal = (field: string) => ({
    status: 422,
    body: { ok: false, error: { code: 'TEXT_HAS_ID_NUMBER', message: sentence, fields: { [field]: sentence } } },
  });
  const spelled = (id: string) => `联系人 ${id.slice(0, 6)} ${id.slice(6, 14)}\u200b${id.slice(14)}`;

  test('of the form changes nothing', async () => {
    const draft = await emptyDraft();
    const write = {
      entryId: draft.entryId,
      section: 'project',
      version: 1,
      data: { summary: spelled(freshIdNumber()) },
    };
    expect(await server.call(draft.leader, 'entry/saveSection', write)).toEqual(refusal('summary'));
    const { rows } = {
      rows: await server.db.selectFrom('section').selectAll().where('subject_id', '=', draft.entryId).execute(),
    };
    expect(rows).toMatchObject([{ version: 1 }]);
  });

  test('of a letter, a note, a reason is refused alike', async () => {
    const { entryId, version } = await submittedEntry(server);
    const id = freshIdNumber();
    const clerk = 'clerk-puxian-1';
    const feedback = { kind: 'complaint', body: spelled(id), contact: '' };
    expect(await server.call(await freshPerson(server), 'people/sendFeedback', feedback)).toEqual(refusal('body'));
    expect(await server.call(clerk, 'screening/addNote', { entryId, body: fullWidth(id) })).toEqual(refusal('body'));
    const reject = { entryId, version, reason: id };
    expect(await server.call(clerk, 'screening/reject', reject)).toEqual(refusal('reason'));
  });
});

test('what staff and letter writers type is made plain before it is counted', async () => {
  const person = await freshPerson(server);
  const sent = await server.ask<{ body: string }>(person, 'people/sendFeedback', {
    kind: 'complaint',
    body: `\u202e${'\u{20bb7}'.repeat(1000)}\r\n`,
    contact: '',
  });
  expect(sent.body).toBe('\u{20bb7}'.repeat(1000));
  const blank = await server.call(person, 'people/sendFeedback', {
    kind: 'complaint',
    body: '\u200b \u2060',
    contact: '',
  });
  expect(blank.body).toMatchObject({ error: { code: 'MALFORMED', fields: { body: '请填写' } } });
});
