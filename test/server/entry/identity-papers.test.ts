import { checkDigitOf } from '@shared/kernel/resident-id';
import { sql } from 'kysely';
import { filledDraft, freshIdNumber, save, uploadFile } from '../../support/entry-factory';
import { makeJpg } from '../../support/sample-files/picture';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Draft = Awaited<ReturnType<typeof filledDraft>>;
const name = '陈大文';
const leader = { name, founderRole: 'first_founder', keyGroup: null };
const signed = async (draft: Draft) => save(server, draft, 'declaration', 1, { typedName: name, agreed: true });
const photo = (draft: Draft) =>
  uploadFile(server, draft.leader, draft.entryId, 'identity_paper', { name: '证件.jpg', bytes: makeJpg() });
const submit = ({ leader: as, entryId }: Draft) => server.call(as, 'entry/submit', { entryId, version: 1 });

type Review = {
  sections: Array<{ section: string; lines: Array<{ field: string; label: string; value: string; sealed: boolean }> }>;
  eligibility: Array<{ code: string; verdict: string; reason: string }>;
};

test.each([
  ['hk_macao_permit', ' h1234-5678 ', '港澳居民来往内地通行证', '通行证号码', 'H1*****78'],
  ['passport', 'ｅ７６５４３２１０', '护照', '护照号码', 'E7*****10'],
])(
  'a leader with a %s is asked for the birth date, and a person compares the paper',
  async (idKind, typed, zh, label, masked) => {
    const draft = await filledDraft(server);
    await signed(draft);
    const chosen = await save(server, draft, 'leader', 1, { ...leader, idKind });
    expect(chosen.problems).toEqual({
      idNumber: `已填的号码不是${label}，请修改后重新填写`,
      birthDate: '请选择日期',
    });
    const young = await save(
      server,
      draft,
      'leader',
      2,
      { ...leader, idKind, birthDate: '2015-03-07' },
      { idNumber: typed },
    );
    expect(young.problems).toEqual({ birthDate: expect.stringContaining('16 周岁') });
    const saved = await save(server, draft, 'leader', 3, { ...leader, idKind, birthDate: '1990-03-07' });
    expect(saved).toMatchObject({ problems: {}, masked: { idNumber: masked } });
    expect((await submit(draft)).body).toMatchObject({
      error: { code: 'ENTRY_INCOMPLETE', fields: { materials: '请上传证件照片' } },
    });
    await photo(draft);
    expect((await submit(draft)).status).toBe(200);

    const { entryId } = draft;
    const review = await server.ask<Review>('clerk-puxian-1', 'screening/review', { entryId });
    const lines = review.sections.find(({ section }) => section === 'leader')?.lines ?? [];
    expect(lines.slice(1, 4)).toMatchObject([
      { field: 'idKind', label: '证件类型', value: zh },
      { field: 'idNumber', label, value: masked, sealed: true },
      { field: 'birthDate', label: '出生日期', value: '1990-03-07' },
    ]);
    expect(review.eligibility).toContainEqual(
      expect.objectContaining({ code: 'ID_PAPER', verdict: 'staff', reason: expect.stringContaining(zh) }),
    );
  },
);

test('a number of another kind is refused in words beside it', async () => {
  const draft = await filledDraft(server);
  const { status, body } = await server.call(draft.leader, 'entry/saveSection', {
    entryId: draft.entryId,
    section: 'leader',
    version: 1,
    data: { ...leader, idKind: 'taiwan_permit' },
    sealed: { idNumber: 'H12345678' },
  });
  expect([status, body]).toMatchObject([
    422,
    { error: { code: 'FORM_FIELD_WRONG', fields: { idNumber: '通行证号码应为 8 位数字' } } },
  ]);
});

test('one leader has one entry whichever card of eighteen digits is shown; the same digits on another paper are another', async () => {
  const first17 = '83000019900307801';
  const number = first17 + checkDigitOf(first17);
  const entered = async (more: object, idNumber: string) => {
    const draft = await filledDraft(server);
    await save(server, draft, 'leader', 1, { ...leader, ...more }, { idNumber });
    await signed(draft);
    if ('idKind' in more) await photo(draft);
    return (await submit(draft)).body;
  };
  expect(await entered({ idKind: 'hmt_residence_permit' }, number)).toMatchObject({ ok: true });
  expect(await entered({}, number)).toMatchObject({ ok: false, error: { code: 'ENTRY_LEADER_HAS_ANOTHER' } });
  const born = { birthDate: '1990-03-07' };
  expect(await entered({ idKind: 'passport', ...born }, '55667788')).toMatchObject({ ok: true });
  expect(await entered({ idKind: 'taiwan_permit', ...born }, '55667788')).toMatchObject({ ok: true });
  expect(await entered({ idKind: 'taiwan_permit', ...born }, '5566778801')).toMatchObject({ ok: false });
});

test('an edition that takes the card alone reads every number as one', async () => {
  const own = await freshServer();
  await sql`with stands as (update edition set blueprint = blueprint || '{"identityPapers": ["resident_id"]}')
    update blueprint_version set blueprint = blueprint || '{"identityPapers": ["resident_id"]}'`.execute(own.db);
  const draft = await filledDraft(own);
  const id = freshIdNumber();
  const saved = await save(own, draft, 'leader', 1, { ...leader, idKind: 'passport' }, { idNumber: id });
  expect(saved).toMatchObject({ problems: {}, masked: { idNumber: `1410**********${id.slice(-4)}` } });
  const contest = await own.ask<{ identityPapers: string[] }>(null, 'competition/contest', {
    contestId: 'LF-XH-2026-141033',
  });
  expect(contest.identityPapers).toEqual(['resident_id']);
  await own.close();
});
