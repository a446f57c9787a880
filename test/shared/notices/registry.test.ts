import { notices, sampleWords } from '../../../tools/docs/notices';

const noticesOf = (event: string) => notices.filter((notice) => notice.event === event);

const found = (name: string) => {
  const notice = notices.find((one) => one.notice === name);
  if (!notice) throw new Error(`no notice ${name}`);
  return notice;
};

test('every event of teams, feedback, phases and openings has a notice', () => {
  const events = [
    'team.joined',
    'team.left',
    'team.confirmed',
    'draft.deleted',
    'feedback.sent',
    'feedback.answered',
    'phase.opened',
    'phase.closed',
    'openings.alarm',
  ];
  expect(events.filter((event) => noticesOf(event).length === 0)).toEqual([]);
});

test.each(notices.map((notice) => [notice.notice, notice] as const))('%s reads well', (_, notice) => {
  const { body } = sampleWords(notice);
  // A quoted name keeps its own words: 创办你的企业.
  expect(body.replace(/“[^”]*”/g, '“”')).not.toMatch(/!|[「」]|。。|，，|你/);
  expect(body).toMatch(/。$/);
});

test('a return names the faults, the sections and the last moment', () => {
  expect(sampleWords(found('entry.returned')).body).toBe(
    '“蒲县山货直供”有 2 处要改，请由负责人在12月1日（周二）24:00 前重新提交，逾期报名失效。点开看问题。',
  );
});

test('a submission tells the team and the staff of the region different things', () => {
  expect(
    noticesOf('entry.submitted').map((notice) => {
      const { body, link } = sampleWords(notice);
      return [notice.audience, body, link];
    }),
  ).toEqual([
    [
      'team',
      '“蒲县山货直供”已提交到蒲县赛场。预计最迟12月1日（周二）出结果。开始审核前且报名未截止的，负责人可以撤回修改。',
      '/packages/entry/status/index?entryId=01930000-0000-7000-8000-000000000001',
    ],
    [
      'regionStaff',
      '“蒲县山货直供”报名蒲县“乡村振兴”赛道。请最迟12月1日（周二）审完。',
      '/packages/staff/review/index?entryId=01930000-0000-7000-8000-000000000001',
    ],
  ]);
});

test('why an entry was reopened is read on the page that its notice leads to', () => {
  const { body, link } = sampleWords(found('entry.reopened'));
  expect(body).toContain('点开看理由');
  expect(link).toContain('/entry/status/');
});
