import { claim, markAllRight, markFault, sendDecision } from '../acts/screening';
import { submittedEntry } from '../entry-factory';
import { entryRow, toldTo, type Walk } from './home';

export const screeningWalks: Readonly<Record<string, Walk>> = {
  'the second clerk who claims is told who has it, and is then offered only what is left to do': async (home) => {
    const { entryId } = await submittedEntry(home.server, { title: '两人同时受理' });
    const first = await home.person('clerk-puxian-1');
    const second = await home.person('clerk-puxian-2');
    for (const clerk of [first, second]) {
      await clerk.open('staff/review', { entryId });
      await clerk.reads('claim');
    }
    await first.tap('claim');
    await first.reads('more-moves');
    await second.tap('claim');
    await second.sees('这个项目已由蒲县审核人员一于 2026-11-24 09:00 受理');
    await second.reads('back-to-queue');
    await second.gone('claim');
    expect(await entryRow(home, entryId)).toMatchObject({ state: 'under_review' });
  },

  'an entry of another county is handed over with its reason, waits there, and is approved there': async (home) => {
    const { entryId, leader, reference } = await submittedEntry(home.server, { title: '其实在尧都' });
    const puxian = await home.person('clerk-puxian-1');
    await claim(puxian, entryId);
    await puxian.tap('more-moves');
    await puxian.tap('transfer');
    await puxian.tap('transfer-send');
    await puxian.sees('请选择接收的县（市、区）', '请写明理由');
    await puxian.choose('transfer-region', '尧都区');
    await puxian.type('transfer-reason', '注册地和加工车间都在尧都区');
    await puxian.tap('transfer-send');
    expect(await puxian.answer(true)).toContain('转给尧都区');
    await puxian.reads('decision-bar');
    await puxian.tap('decision-make');
    await puxian.answer(true);
    await puxian.arrives('staff/queue');
    await puxian.sees('已转办');

    const yaodu = await home.person('clerk-yaodu');
    await yaodu.open('staff/queue');
    await yaodu.tap(`row-${entryId}`);
    await yaodu.arrives('staff/review');
    await yaodu.tap('review-tab-story');
    await yaodu.sees('注册地和加工车间都在尧都区');
    await yaodu.tap('review-tab-form');
    await yaodu.tap('claim');
    await yaodu.reads('more-moves');
    await markAllRight(yaodu);
    await yaodu.tap('approve');
    expect(await yaodu.answer(true)).toContain('负责人和团队会收到审核通过的通知');
    await sendDecision(yaodu);
    expect(await entryRow(home, entryId)).toMatchObject({ state: 'qualified', region_id: '141002', reference });
    expect(await toldTo(home, leader)).toEqual([
      'entry.approved',
      'entry.claimed',
      'entry.claimed',
      'entry.submitted',
      'entry.transferred',
    ]);
  },

  'an entry that cannot be put right is rejected with its reason, and only the lead can open it again': async (
    home,
  ) => {
    const { entryId } = await submittedEntry(home.server, { title: '不符合条件' });
    const clerk = await home.person('clerk-puxian-1');
    await claim(clerk, entryId);
    await markFault(clerk, 'leader', ['LEADER_NOT_FOUNDER']);
    await clerk.tap('more-moves');
    await clerk.tap('reject');
    await clerk.type('reject-reason', '负责人不是创始人');
    // A call comes in, the page is closed, and the reason stands where it was written.
    await clerk.open('staff/queue');
    await clerk.reads('queue-count');
    await clerk.open('staff/review', { entryId });
    await clerk.tap('more-moves');
    await clerk.tap('reject');
    await clerk.reads('reject-send');
    expect(await clerk.value('reject-reason')).toBe('负责人不是创始人');
    await clerk.tap('reject-send');
    expect(await clerk.answer(true)).toContain('负责人和团队会收到通知，能看到理由');
    await sendDecision(clerk);
    await clerk.reads('back-to-queue');
    await clerk.gone('reopen');
    expect(await entryRow(home, entryId)).toMatchObject({ state: 'rejected' });

    const lead = await home.person('lead-puxian');
    await lead.open('staff/review', { entryId });
    await lead.tap('reopen');
    await lead.type('reopen-reason', '申诉属实，重新审核');
    await lead.type('reopen-note', '请先电话核实');
    await lead.tap('reopen-send');
    expect(await lead.answer(true)).toContain('原来的审核结果不再有效');
    await lead.reads('more-moves');
    expect(await entryRow(home, entryId)).toMatchObject({ state: 'under_review' });
  },

  'a decision is taken back before anybody knows, nothing typed is lost, and sent at once only then the entrant is told':
    async (home) => {
      const { entryId, leader } = await submittedEntry(home.server, { title: '先别急着决定' });
      const clerk = await home.person('clerk-puxian-1');
      await claim(clerk, entryId);
      await clerk.tap('more-moves');
      await clerk.tap('reject');
      await clerk.type('reject-reason', '负责人不是创始人');
      await clerk.tap('reject-send');
      await clerk.answer(true);
      await clerk.reads('decision-bar', '10 分钟后告知参赛者，还剩');
      await clerk.tap('decision-takeBack');
      await clerk.gone('decision-bar');
      await clerk.tap('more-moves');
      await clerk.tap('reject');
      await clerk.reads('reject-send');
      expect(await clerk.value('reject-reason')).toBe('负责人不是创始人');
      expect(await entryRow(home, entryId)).toMatchObject({ state: 'under_review' });
      expect(await toldTo(home, leader)).toEqual(['entry.claimed', 'entry.submitted']);
      await clerk.type('reject-reason', '负责人不是创始人，已电话核实');
      await clerk.tap('reject-send');
      await clerk.answer(true);
      await sendDecision(clerk);
      expect(await entryRow(home, entryId)).toMatchObject({ state: 'rejected' });
      expect(await toldTo(home, leader)).toEqual(['entry.claimed', 'entry.rejected', 'entry.submitted']);
    },

  'a batch says beforehand whom it touches, and afterwards what became of each': async (home) => {
    const mine = await submittedEntry(home.server, { title: '批量甲' });
    const other = await submittedEntry(home.server, { title: '批量乙' });
    const third = await submittedEntry(home.server, { title: '批量丙' });
    const clerk = await home.person('clerk-puxian-2');
    await clerk.open('staff/queue');
    await clerk.tap('batch-mode');
    for (const { entryId } of [mine, other, third]) await clerk.tap(`pick-${entryId}`);
    const colleague = await home.person('clerk-puxian-1');
    await claim(colleague, other.entryId);
    await clerk.tap('to-batch');
    await clerk.sees('所选 3 个项目中，2 个可以办理，1 个不能办理。');
    await clerk.sees('批量乙');
    await claim(colleague, third.entryId);
    await clerk.tap('batch-run');
    expect(await clerk.answer(true)).toContain('受理 2 个项目');
    expect(await clerk.reads('batch-outcome', '已办理')).toBe('已办理 1 个，未办理 1 个。');
    expect(await clerk.reads(`outcome-${third.entryId}`)).toContain('未办理');
    expect(await entryRow(home, mine.entryId)).toMatchObject({ state: 'under_review' });
  },
};
