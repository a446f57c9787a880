import { verifyAudit } from '../../cloudfunctions/core/platform/audit/verify-audit';
import type { DataKeys } from '../../cloudfunctions/core/platform/crypto/data-key';
import type { Db } from '../../cloudfunctions/core/platform/db';
import { begin, fillAll, plan, submit, upload } from './acts/entry';
import { markAllRight, markFault, recordAllClear, sendDecision } from './acts/screening';
import type { Hand } from './hand';
import { lyingInInboxes } from './inboxes';
import { demandChecksAndSignatures } from './plain-frame';

/** A home of the product with two people in it: somebody new, and the clerk of Puxian. */
export type RoadHome = {
  db: Db;
  /** Those that seal its audit. */
  auditKeys: DataKeys;
  entrant: Hand;
  clerk: Hand;
  /** The clerk's name, as notes show it. */
  clerkName: string;
  /** How the entrant signs in, where the platform does not say who calls. */
  signIn?: (person: Hand) => Promise<void>;
  /** Does what has become due: files are checked, messages told. */
  due(): Promise<unknown>;
  /** The clock goes on, by milliseconds. */
  pass(ms: number): Promise<unknown>;
};

const minute = 60_000;

/**
 * The road that the product is for, the same in every home: a visitor enters a project with real documents, the clerk returns it with every
 * fault named, gets it back and approves it after looking through the lists, as the demo's edition demands; both are told at each step. Answers the entry's id.
 */
export async function walkRoad(home: RoadHome): Promise<string> {
  const { db, entrant, clerk } = home;
  const pass = async () => {
    await home.due();
    await home.pass(minute);
  };
  const entry = (entryId: string) =>
    db.selectFrom('entry').selectAll().where('id', '=', entryId).executeTakeFirstOrThrow();
  await demandChecksAndSignatures(home);
  const entryId = await begin(entrant, 'start_up', home.signIn);
  const { leader_id: leaderId } = await entry(entryId);
  await fillAll(entrant, home.due);
  const { sealed } = await db
    .selectFrom('sealed_value')
    .select('sealed')
    .where('subject_id', '=', entryId)
    .where('field', '=', 'leader.idNumber')
    .executeTakeFirstOrThrow();
  expect(sealed).not.toMatch(/141000/);

  const reference = await submit(entrant);
  expect(reference).toBe('XH2026-141033-0001');
  expect(await entry(entryId)).toMatchObject({ state: 'submitted', reference, title: '蒲县山货直供' });
  await entrant.tap('to-status');
  await entrant.sees('已提交，等待审核', '还剩 5 个工作日');

  await pass();
  await clerk.open('home');
  await clerk.tab('workbench');
  await clerk.tap('queue-LF-XH-2026-141033');
  await clerk.reads('queue-count', '共 1 个');
  await clerk.tap(`row-${entryId}`);
  await clerk.sees('1410**********');
  await clerk.tap('claim');
  await clerk.reads('more-moves');
  // Two messages of one instant have no order; people never act that fast.
  await pass();
  await clerk.tap('reveal-leader-idNumber');
  expect(await clerk.answer(true)).toContain('本次查看会留下记录，参赛者可以看到');
  expect(await clerk.reads('line-leader-idNumber', '60 秒后自动隐藏')).toMatch(/\d{17}[\dX]/);
  await clerk.tap('review-tab-checks');
  await clerk.type('note-body', '电话核实过，地址属实');
  await clerk.tap('note-add');
  await clerk.reads('notes', home.clerkName);
  await recordAllClear(clerk);
  await clerk.tap('review-tab-form');
  await markAllRight(clerk);
  await markFault(clerk, 'project', ['PROJECT_UNCLEAR'], '请写明和哪些农户签了约');
  await markFault(clerk, 'materials', ['PLAN_MISSING_PARTS']);
  await clerk.tap('return');
  await clerk.reads('return-send');
  expect(await clerk.reads('faults-project')).toContain('请写明和哪些农户签了约');
  await clerk.type('return-message', '有问题请打县人社局电话');
  await clerk.open('home');
  await clerk.tab('workbench');
  await clerk.open('staff/review', { entryId });
  await clerk.tap('return');
  await clerk.reads('return-send');
  expect(await clerk.value('return-message')).toBe('有问题请打县人社局电话');
  expect(await clerk.reads('faults-project')).toContain('请写明和哪些农户签了约');
  await clerk.tap('return-send');
  expect(await clerk.answer(true)).toContain('一次性告知');
  await sendDecision(clerk);
  const notices = await db.selectFrom('one_time_notice').selectAll().where('entry_id', '=', entryId).execute();
  expect(notices).toHaveLength(1);
  expect(await entry(entryId)).toMatchObject({ state: 'returned', claimed_by: null });

  await pass();
  await entrant.open('account/notices');
  await entrant.tap('message-0');
  await entrant.arrives('entry/entry');
  await entrant.sees('需要补正', '商业计划书缺少市场、团队、财务或带动就业部分');
  expect(await entrant.words()).not.toContain('电话核实过');
  await entrant.tap('section-leader');
  await entrant.sees('审核人员没有要求修改这一部分，现在只能查看。');
  await entrant.tap('back');
  await entrant.tap('section-project');
  await entrant.sees('请写明和哪些农户签了约');
  await entrant.type('field-description', '和古县、蒲县十二户农家签了收购约定，名单见商业计划书。');
  await entrant.tap('done');
  await entrant.tap('section-materials');
  await upload(entrant, 'business_plan', { name: '商业计划书（补正）.pdf', bytes: plan.bytes }, home.due);
  await entrant.tap('done');
  await submit(entrant, 'resubmit');
  expect(await entry(entryId)).toMatchObject({ state: 'resubmitted', reference });

  await pass();
  await clerk.open('staff/queue');
  await clerk.type('queue-search', '0001');
  await clerk.reads('queue-count', '共 1 个');
  await clerk.tap(`row-${entryId}`);
  await clerk.tap('claim');
  await clerk.reads('more-moves');
  const line = await clerk.reads('line-project-description', '原为');
  expect(line).toContain('原为：和十二户农家签了收购约定');
  expect(line).toContain('名单见商业计划书');
  await markAllRight(clerk);
  await clerk.tap('approve');
  await clerk.answer(true);
  await sendDecision(clerk);
  await clerk.sees('审核通过');
  expect(await entry(entryId)).toMatchObject({ state: 'qualified' });

  await home.due();
  await entrant.open('account/notices');
  await entrant.sees('报名审核已通过');
  expect(await toldTo(db, leaderId ?? '')).toEqual([
    'entry.approved',
    'entry.claimed',
    'entry.claimed',
    'entry.resubmitted',
    'entry.returned',
    'entry.submitted',
  ]);
  const acts = await db
    .selectFrom('audit')
    .select('act')
    .where('subject', '=', `entry:${entryId}`)
    .where('act', 'not in', ['entry/saveSection', 'entry/finishUpload', 'entry/checkUpload', 'screening/markSection'])
    .orderBy('n')
    .execute();
  expect(acts.map(({ act }) => act)).toEqual([
    'entry/start',
    'entry/giveConsents',
    'entry/submit',
    'entry/claim',
    'screening/reveal',
    'screening/addNote',
    'screening/recordChecks',
    'entry/return',
    'entry/resubmit',
    'entry/claim',
    'entry/approve',
  ]);
  expect(await verifyAudit(db, home.auditKeys)).toMatchObject({ ok: true });
  return entryId;
}

async function toldTo(db: Db, personId: string): Promise<string[]> {
  const rows = await lyingInInboxes(db).select('notice').where('person_id', '=', personId).execute();
  return rows.map(({ notice }) => notice).sort();
}
