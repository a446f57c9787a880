import { verifyAudit } from '../../cloudfunctions/core/platform/verify-audit';
import { begin, fillAll, plan, submit } from './entry-acts';
import { markAllRight, markFault } from './screening-acts';
import { setStage } from './stage';

const stage = setStage();
const minute = 60_000;

test('the road: a visitor enters a project, the clerk returns it with every fault named, gets it back and approves it', async () => {
  const { product } = stage;
  const entrant = await stage.phone();
  const entryId = await begin(entrant, 'start_up', 'new');
  const { leader_id: leaderId } = await stage.entry(entryId);
  await fillAll(entrant);
  const { sealed } = await product.db
    .selectFrom('entry_sealed')
    .select('sealed')
    .where('entry_id', '=', entryId)
    .where('field', '=', 'leader.idNumber')
    .executeTakeFirstOrThrow();
  expect(sealed).not.toMatch(/141000/);

  const reference = await submit(entrant);
  expect(reference).toBe('XH2026-141033-0001');
  expect(await stage.entry(entryId)).toMatchObject({ state: 'submitted', reference, title: '蒲县山货直供' });
  await entrant.tap('to-status');
  await entrant.sees('已提交，等待审核', '还剩 5 个工作日');

  await product.pass(minute);
  const clerk = await stage.person('clerk-puxian-1');
  await clerk.tapWords('工作台');
  await clerk.tap('queue-LF-XH-2026-141033');
  await clerk.reads('queue-count', '共 1 个');
  await clerk.tap(`row-${entryId}`);
  await clerk.sees('1410**********');
  await clerk.tap('claim');
  await clerk.at('more-moves').waitFor();
  // Two messages of one instant have no order; people never act that fast.
  await product.pass(minute);
  await clerk.tap('reveal-leader-idNumber');
  expect(await clerk.answer(true)).toContain('本次查看会记入操作日志');
  expect(await clerk.reads('line-leader-idNumber', '60 秒后自动隐藏')).toMatch(/\d{17}[\dX]/);
  await clerk.tap('review-tab-checks');
  await clerk.type('note-body', '电话核实过，地址属实');
  await clerk.tap('note-add');
  await clerk.at('notes').filter({ hasText: '蒲县经办一' }).waitFor();
  await clerk.tap('review-tab-form');
  await markAllRight(clerk);
  await markFault(clerk, 'project', ['PROJECT_UNCLEAR'], '请写明和哪些农户签了约');
  await markFault(clerk, 'materials', ['PLAN_MISSING_PARTS']);
  await clerk.tap('return');
  await clerk.at('return-send').waitFor();
  expect(await clerk.reads('faults-project')).toContain('请写明和哪些农户签了约');
  await clerk.tap('return-send');
  expect(await clerk.answer(true)).toContain('一次性告知');
  await clerk.at('back-to-queue').waitFor();
  const notices = await product.db.selectFrom('one_time_notice').selectAll().where('entry_id', '=', entryId).execute();
  expect(notices).toHaveLength(1);
  expect(await stage.entry(entryId)).toMatchObject({ state: 'returned', claimed_by: null });

  await product.pass(minute);
  await entrant.open('account/notices');
  await entrant.tap('message-0');
  await entrant.arrives('entry/entry');
  await entrant.sees('需要补正', '商业计划书缺少市场、团队、财务或带动就业部分');
  expect(await entrant.words()).not.toContain('电话核实过');
  await entrant.tap('section-leader');
  await entrant.sees('工作人员没有要求修改这一部分，现在只能查看。');
  await entrant.tap('back');
  await entrant.tap('section-project');
  await entrant.sees('请写明和哪些农户签了约');
  await entrant.type('field-description', '和古县、蒲县十二户农家签了收购约定，名单见商业计划书。');
  await entrant.tap('done');
  await entrant.tap('section-materials');
  await entrant.pick('pick-business_plan', { name: '商业计划书（补正）.pdf', bytes: plan.bytes });
  await entrant.reads('slot-business_plan', '商业计划书（补正）.pdf');
  await entrant.tap('done');
  await submit(entrant, 'resubmit');
  expect(await stage.entry(entryId)).toMatchObject({ state: 'resubmitted', reference });

  await product.pass(minute);
  await clerk.open('staff/queue');
  await clerk.tap(`row-${entryId}`);
  await clerk.tap('claim');
  await clerk.at('more-moves').waitFor();
  const line = await clerk.reads('line-project-description', '原为');
  expect(line).toContain('原为：和十二户农家签了收购约定');
  expect(line).toContain('名单见商业计划书');
  await markAllRight(clerk);
  await clerk.tap('approve');
  await clerk.sees('已审核通过');
  expect(await stage.entry(entryId)).toMatchObject({ state: 'qualified' });

  await entrant.open('account/notices');
  await entrant.sees('审核通过');
  expect(await stage.toldTo(leaderId)).toEqual([
    'entry.approved',
    'entry.claimed',
    'entry.claimed',
    'entry.resubmitted',
    'entry.returned',
    'entry.submitted',
  ]);
  const acts = await product.db
    .selectFrom('audit')
    .select('act')
    .where('subject', '=', `entry:${entryId}`)
    .where('act', 'not in', ['entry/saveSection', 'entry/finishUpload', 'screening/markSection'])
    .orderBy('n')
    .execute();
  expect(acts.map(({ act }) => act)).toEqual([
    'entry/start',
    'entry/giveConsents',
    'entry/submit',
    'entry/claim',
    'screening/reveal',
    'screening/addNote',
    'entry/return',
    'entry/resubmit',
    'entry/claim',
    'entry/approve',
  ]);
  expect(await verifyAudit(product.db)).toMatchObject({ ok: true });
});
