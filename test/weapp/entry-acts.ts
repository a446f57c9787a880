import { freshIdNumber } from '../support/entry-factory';
import type { Finger } from './host/finger';

/** How each question is answered: typed, chosen from a list or a calendar, or picked from what is in sight. */
type Answers = Record<string, { type: string } | { choose: string } | { tap: string }>;

export const project: Answers = {
  title: { type: '蒲县山货直供' },
  summary: { type: '把山里的核桃和蜂蜜直接送到城里人的餐桌上' },
  description: { type: '和十二户农家签了收购约定，统一分拣包装，通过社区团购和网店销售。' },
  claimsIp: { tap: 'no' },
};

export const leader = (): Answers => ({
  name: { type: '王小明' },
  idNumber: { type: freshIdNumber() },
  phone: { type: '19900008000' },
  founderRole: { tap: 'first_founder' },
  keyGroup: { choose: '返乡创业农民工' },
});

export const jobs: Answers = {
  direct: { type: '6' },
  directBasis: { type: '现有 3 人，明年再招 3 人' },
  indirect: { type: '12' },
  indirectBasis: { type: '十二户签约农家' },
  insured: { type: '0' },
};

/** From the home page to a task list of one's own, for a team in Puxian that is not registered. */
export async function begin(page: Finger): Promise<void> {
  await page.tap('enter');
  await page.arrive('packages/entry/eligibility/index');
  await page.pick('field-contestId', '蒲县');
  await page.tap('field-trackCode-rural_revitalisation');
  await page.tap('field-groupCode-idea_team');
  await page.pick('field-birthDate', '1990-03-07');
  await page.tap('start');
  await page.arrive('packages/entry/entry/index');
}

export async function answer(page: Finger, answers: Answers): Promise<void> {
  for (const [name, how] of Object.entries(answers)) {
    const id = `field-${name}`;
    if ('type' in how) await page.type(id, how.type);
    else if ('choose' in how) await page.pick(id, how.choose);
    else await page.tap(`${id}-${how.tap}`);
  }
}

/** Opens a section from the task list, answers it, and comes back when it has been kept. */
export async function fill(page: Finger, section: string, answers: Answers): Promise<void> {
  await page.tap(`section-${section}`);
  await page.arrive('packages/entry/section/index');
  await answer(page, answers);
  await page.tap('done');
  await page.arrive('packages/entry/entry/index');
  await page.read(`section-${section}`, '已完成');
}
