import { answer, entity, leader, submit } from '../acts/entry';
import { beginDraft, filledDraft, freshIdNumber, submittedEntry } from '../entry-factory';
import type { Hand } from '../hand';
import { entryRow, type Walk, type WalkHome } from './home';

/** Somebody new before the parts of a draft in 蒲县, in which nothing stands yet. */
async function withDraft(home: WalkHome, group: 'idea_team' | 'start_up'): Promise<{ entrant: Hand; entryId: string }> {
  const { hand: entrant, id } = await home.fresh();
  const entryId = await beginDraft(home.server, id, { group });
  await entrant.open('entry/entry', { entryId });
  return { entrant, entryId };
}

/** Somebody new who has filled in everything and stands before submitting. */
async function ready(home: WalkHome): Promise<{ entrant: Hand; entryId: string }> {
  const { hand: entrant, id } = await home.fresh();
  const { entryId } = await filledDraft(home.server, { leader: id });
  await entrant.open('entry/entry', { entryId });
  await entrant.reads('submit');
  return { entrant, entryId };
}

/** The one that a browser shows otherwise than a phone: there the field has the focus, here it is scrolled into sight. */
export const wrongCreditCode: Walk = async (home) => {
  const { entrant } = await withDraft(home, 'start_up');
  await entrant.tap('section-entity');
  await answer(entrant, entity('91141033MA0000001A'));
  await entrant.tap('done');
  expect(await entrant.reads('field-uscc-error', '有误')).toContain('统一社会信用代码');
  await entrant.focuses('field-uscc');
};

export const entrantWalks: Readonly<Record<string, Walk>> = {
  'taking back keeps the number and says that it is not leaving; leaving says that it is for good': async (home) => {
    const { hand: entrant, id } = await home.fresh();
    const { entryId, reference } = await submittedEntry(home.server, { leader: id });
    await entrant.open('entry/status', { entryId });
    await entrant.tap('recall');
    expect(await entrant.answer(false)).toContain('撤回不是退赛');
    expect(await entryRow(home, entryId)).toMatchObject({ state: 'submitted' });
    await entrant.tap('recall');
    await entrant.answer(true);
    await entrant.arrives('entry/entry');
    await entrant.sees('已撤回，可以继续修改');
    await entrant.reads('submit');
    expect(await entryRow(home, entryId)).toMatchObject({ state: 'draft', reference });

    await entrant.tap('withdraw');
    await entrant.type('withdraw-reason', '今年先不参加');
    await entrant.tap('withdraw-send');
    expect(await entrant.answer(true)).toContain('退赛后不能恢复');
    await entrant.sees('已退赛');
    expect(await entryRow(home, entryId)).toMatchObject({ state: 'withdrawn', reference });
  },

  'a credit code with a wrong check character is said so beside its field, which is brought to the eye':
    wrongCreditCode,

  'someone under 16 and a company of exactly five years learn it before they begin': async (home) => {
    const { hand: entrant } = await home.fresh();
    await entrant.open('entry/eligibility', { contestId: 'LF-XH-2026-141033' });
    await entrant.tap('field-trackCode-rural_revitalisation');
    await entrant.tap('field-groupCode-growth');
    await entrant.day('field-birthDate', '2010-11-02');
    await entrant.day('field-registrationDate', '2021-11-02');
    await entrant.sees('负责人到基准日2026年11月1日满 15 周岁，须年满 16 周岁');
    await entrant.usable('start', false);
    await entrant.day('field-birthDate', '2010-11-01');
    await entrant.missesSoon('须年满 16 周岁');
    await entrant.usable('start', true);
    await entrant.day('field-registrationDate', '2021-11-01');
    await entrant.sees('注册已满 5 年，不符合“未满 5 年”的要求');
    await entrant.usable('start', false);
  },

  'an ID number of someone under 16 is refused in words beside its field': async (home) => {
    const { entrant, entryId } = await withDraft(home, 'idea_team');
    await entrant.tap('section-leader');
    await answer(entrant, leader(freshIdNumber('20101102')));
    await entrant.tap('done');
    expect(await entrant.reads('field-idNumber-error')).toContain('16 周岁');
    expect((await entryRow(home, entryId)).state).toBe('draft');
  },

  'two taps on submitting make one submission': async (home) => {
    const { entrant, entryId } = await ready(home);
    await entrant.tapTwice('submit');
    await entrant.arrives('entry/receipt');
    await entrant.reads('reference', 'XH2026');
    const rows = await home.server.db.selectFrom('snapshot').select('n').where('subject_id', '=', entryId).execute();
    expect(rows).toEqual([{ n: 1 }]);
  },

  'at 23:59:59 of the last day an entry is taken, at 00:00:00 it is not, though the page stood open': async (home) => {
    const inTime = await ready(home);
    const late = await ready(home);
    await home.setClock('2026-12-13T23:59:59+08:00');
    expect(await submit(inTime.entrant)).toMatch(/^XH2026-141033-\d{4}$/);
    await home.setClock('2026-12-14T00:00:00+08:00');
    await late.entrant.tap('submit');
    await late.entrant.sees('报名已于12月13日（周日）24:00 截止，不能再提交');
    expect((await entryRow(home, inTime.entryId)).state).toBe('submitted');
    expect((await entryRow(home, late.entryId)).state).toBe('draft');
  },
};
