import { freshUscc, submittedEntry } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';

type View = {
  sections: Array<{
    section: string;
    lines: Array<{ field: string; value: string; sealed: boolean }>;
    reasons: object[];
  }>;
  materials: Array<{ slot: string; state: string; frozenIn: number }>;
  eligibility: Array<{ code: string; verdict: string; reason: string }>;
  moves: Array<{ move: string }>;
  transferTargets: object[];
};

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const review = (entryId: string, as = 'clerk-puxian-1') => server.ask<View>(as, 'screening/review', { entryId });

test('the page holds what was submitted, sealed values masked, with the reasons of each section', async () => {
  const { entryId } = await submittedEntry(server, { group: 'start_up' });
  const { sections, materials, moves, transferTargets } = await review(entryId);
  expect(sections.map(({ section, reasons }) => [section, reasons.length])).toEqual([
    ['project', 3],
    ['leader', 2],
    ['entity', 2],
    ['team', 1],
    ['jobs', 1],
    ['materials', 5],
    ['declaration', 1],
  ]);
  const leader = sections.find(({ section }) => section === 'leader');
  const sealed = leader?.lines.filter((line) => line.sealed).map(({ field, value }) => [field, value]);
  expect(sealed).toEqual([
    ['idNumber', expect.stringMatching(/^1410\*{10}.{4}$/)],
    ['phone', '199****8000'],
  ]);
  expect(materials.map(({ slot, state, frozenIn }) => [slot, state, frozenIn])).toEqual([
    ['business_plan', 'accepted', 1],
    ['licence', 'accepted', 1],
  ]);
  expect([moves.map(({ move }) => move), transferTargets]).toEqual([['claim'], []]);
  expect((await review(entryId, 'auditor')).moves).toEqual([]);
});

test('what the rules say stands beside it: met, and left to staff', async () => {
  const { entryId } = await submittedEntry(server, { title: '独一无二的项目' });
  const { eligibility } = await review(entryId);
  expect(eligibility.map(({ code, verdict }) => `${code} ${verdict}`)).toEqual([
    'AGE_16 pass',
    'TEAM_SIZE pass',
    'TRACK_HERE pass',
    'LOCAL staff',
    'FOUNDER staff',
    'NOT_PAST_WINNER staff',
    'CREDIT staff',
    'NO_BANNED_TRADE staff',
  ]);
});

test('the same credit code or title elsewhere in the edition is shown, and refuses nothing', async () => {
  const uscc = freshUscc();
  const first = await submittedEntry(server, { group: 'start_up', title: '山里的蜂蜜' });
  const second = await submittedEntry(server, { group: 'start_up', title: '山里的蜂蜜', region: '141034' });
  for (const { entryId } of [first, second])
    await server.db.updateTable('entry').set({ sent_uscc: uscc }).where('id', '=', entryId).execute();
  const { eligibility } = await review(first.entryId);
  expect(eligibility.slice(-2)).toEqual([
    {
      code: 'SAME_ENTITY',
      zh: '经营主体未重复报名',
      verdict: 'staff',
      reason: `${second.reference}（汾西县）也用了这个统一社会信用代码，请核对是否重复报名`,
    },
    {
      code: 'SAME_TITLE',
      zh: '项目未重复报名',
      verdict: 'staff',
      reason: `${second.reference}（汾西县）也用了这个项目名称，请核对是否重复报名`,
    },
  ]);
});
