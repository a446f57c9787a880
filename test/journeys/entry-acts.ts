import { freshIdNumber, freshUscc } from '../support/entry-factory';
import type { Person } from '../support/person';
import { makePptx } from '../support/sample-files/office';
import { makePdf } from '../support/sample-files/pdf';
import { makeJpg } from '../support/sample-files/picture';

export const puxian = 'LF-XH-2026-141033';

/** How each question is answered: typed, chosen from a list, picked from what is in sight, or ticked. */
type Answers = Record<string, { type: string } | { choose: string } | { pick: string } | 'tick'>;

export const plan = { name: '商业计划书.pdf', bytes: makePdf() };
export const deck = { name: '路演.pptx', bytes: makePptx() };
export const licence = { name: '营业执照.jpg', bytes: makeJpg() };

export const project: Answers = {
  title: { type: '蒲县山货直供' },
  summary: { type: '把山里的核桃和蜂蜜直接送到城里人的餐桌上' },
  description: { type: '和十二户农家签了收购约定，统一分拣包装，通过社区团购和网店销售。' },
  claimsIp: { pick: 'no' },
};
export const leader = (idNumber = freshIdNumber()): Answers => ({
  name: { type: '王小明' },
  idNumber: { type: idNumber },
  phone: { type: '19900008000' },
  founderRole: { pick: 'first_founder' },
  keyGroup: { choose: 'returning_migrant' },
});
export const entity = (uscc = freshUscc()): Answers => ({
  name: { type: '蒲县山货农产品有限公司' },
  uscc: { type: uscc },
  registrationDate: { type: '2025-03-03' },
  address: { type: '临汾市蒲县蒲城镇西关街 8 号' },
  regionId: { choose: '141033' },
});
export const jobs: Answers = {
  direct: { type: '6' },
  directBasis: { type: '现有 3 人，明年再招 3 人' },
  indirect: { type: '12' },
  indirectBasis: { type: '十二户签约农家' },
  insured: { type: '0' },
};
export const declaration: Answers = { agreed: 'tick', typedName: { type: '王小明' } };

/** From the home page to a task list of one's own; stops at the question who one is when nobody has signed in. */
export async function begin(person: Person, group: 'idea_team' | 'start_up', persona?: string): Promise<string> {
  await person.open('home');
  await person.tap('enter');
  await person.arrives('entry/eligibility');
  await person.choose('field-contestId', puxian);
  await person.tap('field-trackCode-rural_revitalisation');
  await person.tap(`field-groupCode-${group}`);
  await person.type('field-birthDate', '1990-03-07');
  if (group === 'start_up') await person.type('field-registrationDate', '2025-03-03');
  await person.tap('start');
  if (persona !== undefined) {
    await person.arrives('account/signin');
    await person.tap(`persona-${persona}`);
    await person.arrives('entry/eligibility');
    await person.tap('start');
  }
  await person.arrives('entry/entry');
  await person.at('section-project').waitFor();
  return new URL(person.page.url()).searchParams.get('entryId') ?? '';
}

/** Answers questions of the section in front. */
export async function answer(person: Person, answers: Answers): Promise<void> {
  for (const [name, how] of Object.entries(answers)) {
    const id = `field-${name}`;
    if (how === 'tick') await person.tap(id);
    else if ('type' in how) await person.type(id, how.type);
    else if ('choose' in how) await person.choose(id, how.choose);
    else await person.tap(`${id}-${how.pick}`);
  }
}

/** Opens a section from the task list, answers it, and comes back when it has been kept. */
export async function fill(person: Person, section: string, answers: Answers): Promise<void> {
  await person.tap(`section-${section}`);
  await person.arrives('entry/section');
  await answer(person, answers);
  await person.tap('done');
  await person.arrives('entry/entry');
  await person.reads(`section-${section}`, '已完成');
}

/** Sends a file into a slot of the materials page and waits until it has been taken. */
export async function upload(person: Person, slot: string, file: { name: string; bytes: Buffer }): Promise<void> {
  await person.pick(`pick-${slot}`, file);
  await person.reads(`slot-${slot}`, '已收到');
}

/** Fills a begun entry of a registered company until nothing stands in the way of submitting. */
export async function fillAll(person: Person): Promise<void> {
  await fill(person, 'project', project);
  await fill(person, 'leader', leader());
  await fill(person, 'entity', entity());
  await fill(person, 'jobs', jobs);
  await person.tap('section-materials');
  await upload(person, 'business_plan', plan);
  await upload(person, 'pitch_deck', deck);
  await upload(person, 'licence', licence);
  await person.tap('done');
  await person.arrives('entry/entry');
  await person.tap('section-declaration');
  for (const kind of ['sensitive', 'publicDisplay']) {
    await person.at(`consent-${kind}`).and(person.page.locator('[aria-checked="false"]')).waitFor();
  }
  await person.tap('consent-sensitive');
  await person.at('consent-sensitive').and(person.page.locator('[aria-checked="true"]')).waitFor();
  await answer(person, declaration);
  await person.tap('done');
  await person.arrives('entry/entry');
}

/** Submits from the task list; answers the number on the receipt. */
export async function submit(person: Person, move: 'submit' | 'resubmit' = 'submit'): Promise<string> {
  await person.tap(move);
  await person.arrives('entry/receipt');
  return person.reads('reference', 'XH2026');
}
