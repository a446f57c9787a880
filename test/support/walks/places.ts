import { incubator } from '../../../cloudfunctions/core/seeds/organisations';
import type { Hand } from '../hand';
import { siteId } from '../incubation';
import { agreesAndSays, beginFrom, comesTo, firmOfEntry, givesAgain, makesMove, type Won } from './loan';

const todo = '办理孵化基地入驻申报';
const yes = { pick: 'yes' } as const;

/** A desk is applied for, on the same award. */
export async function appliesForPlace(winner: Hand, won: Won): Promise<string> {
  const applicationId = await beginFrom(winner, won, 'incubator-place');
  await agreesAndSays(winner, ['operator']);
  await firmOfEntry(winner, won, ['entityName', 'uscc', 'about']);
  await winner.day('field-business-registeredOn', '2025-03-03');
  await winner.tap('field-business-earlier-no');
  await winner.tap(`field-place-operator-${incubator.id}`);
  await winner.tap('field-place-type-desk');
  await winner.type('field-place-people', '2');
  await winner.type('field-place-safety', '无');
  await givesAgain(winner, 'plan', `报名表 ${won.reference}`);
  await givesAgain(winner, 'licence', '');
  await winner.tap('submit');
  await winner.answer(true);
  await winner.sees(`现在由${incubator.name_zh}办理`);
  return applicationId;
}

/** The site looks through it, enters the panel's marks, and holds two places for whoever is first and second in line. */
export async function admitsAndOffers(operator: Hand, places: readonly string[]): Promise<void> {
  await comesTo(operator, todo);
  await operator.arrives('staff/application');
  await operator.tap('claim');
  const admission = { young: yes, tradeFit: yes, firstTime: yes, creditOk: yes, safetyOk: yes };
  await makesMove(operator, 'pass', admission, true);
  await operator.sees('待评审');
  const marks = { mark1: { type: '80' }, mark2: { type: '70' }, mark3: { type: '75' } };
  await makesMove(operator, 'admit', marks, true);
  await operator.sees('候补');
  await comesTo(operator, '工位空 15 个，有候补在等', 'page');
  await operator.arrives('staff/places');
  expect(await operator.param('siteId')).toBe(siteId);
  for (const place of places) {
    await operator.tap(`place-${place}`);
    await operator.tap('offer');
    await operator.reads(`place-${place}`, '留');
  }
}

/** Whoever is offered a place comes to it by the message, and takes it. */
export async function takesPlace(tenant: Hand, place: string): Promise<void> {
  await tenant.open('account/notices');
  await tenant.tapWords(`给您留了 ${place} 工位`);
  await tenant.arrives('policy/stay');
  await tenant.sees(`${place} 工位留给您`, '过期转给下一位');
  await tenant.tap('accept');
  await tenant.sees('请与基地签订协议');
}

export async function signsAgreement(operator: Hand, number: string): Promise<void> {
  await comesTo(operator, todo, 'page');
  await operator.arrives('staff/application');
  await makesMove(operator, 'sign', { number: { type: number } }, true);
  await operator.sees('待入驻');
}
