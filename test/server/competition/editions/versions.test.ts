import type { EntryView } from '../../../../cloudfunctions/core/entry/views/present-entry';
import { partOf, republish } from '../../../support/editions';
import { filledDraft } from '../../../support/entry-factory';
import { returnAs } from '../../../support/review-acts';
import { freshServer, type TestServer } from '../../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const current = 'LF-XH-2026';
const clerk = 'clerk-puxian-1';

/** The plan is asked no more, a group goes, the correction takes longer, the declaration says another word. */
async function changeRules(): Promise<void> {
  const { data: slots } = await partOf(server, current, 'materials');
  const rest = String(slots.slots)
    .split(',')
    .filter((code) => code !== 'business_plan');
  await republish(server, current, 'materials', { slots: rest.join(',') }, '不再收计划书');
  const { data } = await partOf(server, current, 'groups');
  await republish(
    server,
    current,
    'groups',
    { groups: String(data.groups).replace('start_up,', '') },
    '初创组并入成长组',
  );
  await republish(server, current, 'clocks', { 'clocks.correction': 9 });
  await republish(server, current, 'consents', { 'declaration.bodyZh': '本人承诺：所填内容真实。' });
}

test('what was submitted stays under the rules of its day, is returned and corrected under them; a draft goes on under the new ones', async () => {
  const sent = await filledDraft(server, { region: '141033', group: 'start_up' });
  await server.ask(sent.leader, 'entry/submit', { entryId: sent.entryId, version: 1 });
  const draft = await filledDraft(server, { region: '141033', group: 'start_up' });
  const of = ({ leader, entryId }: typeof draft) => server.ask<EntryView>(leader, 'entry/get', { entryId });
  expect(await of(draft)).toMatchObject({ rulesVersion: 1, rulesChanged: [], obstacles: [] });
  await changeRules();

  // The clerk reads it under its own version: its group, and the working days that were promised.
  const review = await server.ask(clerk, 'screening/review', { entryId: sent.entryId });
  expect(JSON.stringify(review)).toContain('初创组');
  await returnAs(server, clerk, sent.entryId, { project: { comment: '请写明产品' } });
  const returned = await of(sent);
  expect([returned.rulesVersion, returned.rulesChanged, returned.groupZh]).toEqual([1, [], '初创组']);
  // Five working days, as they were when it was submitted.
  expect(returned.notice?.dueDate).toBe('2026-12-01');
  const project = returned.sections.find(({ section }) => section === 'project');
  await server.ask(sent.leader, 'entry/saveSection', {
    entryId: sent.entryId,
    section: 'project',
    version: project?.version,
    data: { ...project?.data, summary: '卖山货的平台' },
  });
  const corrected = await of(sent);
  expect(corrected.obstacles).toEqual([]);
  await server.ask(sent.leader, 'entry/resubmit', { entryId: sent.entryId, version: corrected.version });
  const { blueprint_version: still } = await server.db
    .selectFrom('entry')
    .select('blueprint_version')
    .where('id', '=', sent.entryId)
    .executeTakeFirstOrThrow();
  expect(still).toBe(1);

  const moved = await of(draft);
  expect(moved.rulesVersion).toBe(5);
  expect(moved.rulesChanged.map(({ partZh, reason }) => `${partZh} ${reason}`)).toEqual([
    '材料 不再收计划书',
    '分组 初创组并入成长组',
    '审核时限 按市里会议纪要调整',
    '授权与承诺 按市里会议纪要调整',
  ]);
  // Nothing typed or sent is gone: the group waits to be chosen again, the file of the slot that went lies where it was.
  expect(moved.sections.find(({ section }) => section === 'project')).toMatchObject({
    data: { groupCode: 'start_up' },
    problems: { groupCode: '请选择组别' },
  });
  expect(moved.materials.filter(({ slot, current: stands }) => slot === 'business_plan' && stands)).toHaveLength(1);
  const taken = await server.ask<EntryView>(draft.leader, 'entry/takeRules', { entryId: draft.entryId });
  expect([taken.rulesChanged, taken.rulesVersion]).toEqual([[], 5]);
});

test('a contest is told as it stood in a version, for the form of an entry of that day', async () => {
  const contest = (rulesVersion?: number) =>
    server.ask<{ groups: Array<{ code: string }>; slots: Array<{ code: string }>; declaration: { version: string } }>(
      null,
      'competition/contest',
      {
        contestId: `${current}-141033`,
        rulesVersion,
      },
    );
  expect((await contest(1)).groups.map(({ code }) => code)).toEqual(['idea_team', 'start_up', 'growth']);
  expect((await contest()).groups.map(({ code }) => code)).toEqual(['idea_team', 'growth']);
  expect((await contest()).slots.map(({ code }) => code)).not.toContain('business_plan');
  // Whoever agreed to the older text has not agreed to this one.
  expect([(await contest(1)).declaration.version, (await contest()).declaration.version]).toEqual(['DEMO-1', 'v5']);
  expect(
    (await server.call(null, 'competition/contest', { contestId: `${current}-141033`, rulesVersion: 9 })).status,
  ).toBe(404);
});

test('a new entry begins under the newest rules', async () => {
  const { entryId } = await server.ask<{ entryId: string }>('entrant-new', 'entry/start', {
    contestId: `${current}-141033`,
    trackCode: 'silver_economy',
    groupCode: 'growth',
  });
  const rows = await server.db.selectFrom('entry').select('blueprint_version').where('id', '=', entryId).execute();
  expect(rows).toEqual([{ blueprint_version: 5 }]);
});
