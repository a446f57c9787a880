import { lastMomentZh } from '../kernel/moment-words';
import { formatDateZh, formatDayZh, shanghaiDate } from '../kernel/shanghai';
import type { ReviewFacts } from './events';

/** Longer titles are cut, so that what is to be done stays in sight. */
const longestTitle = 20;

/** `“蒲县山货直供”`; its number stands in the detail that the notice leads to. */
export function named({ title }: { title: string }): string {
  const characters = [...title];
  return `“${characters.length > longestTitle ? `${characters.slice(0, longestTitle).join('')}…` : title}”`;
}

/** `预计最迟12月1日（周二）出结果。`, or nothing when no clock runs. */
export const resultBy = ({ reviewDue }: ReviewFacts): string =>
  reviewDue === null ? '' : `预计最迟${formatDateZh(reviewDue)}出结果。`;

/** `请最迟12月1日（周二）审完。` */
export const reviewBy = ({ reviewDue }: ReviewFacts): string =>
  reviewDue === null ? '请及时受理。' : `请最迟${formatDateZh(reviewDue)}审完。`;

/** The last day before an exclusive closing instant, short as a title needs it: `12月1日`. */
export const lastDay = (closesAt: number): string => formatDayZh(shanghaiDate(closesAt - 1));

/** `报名12月13日（周日）24:00 截止，此前可以另报一个项目。`, or nothing once sign-up is over. */
export const anotherUntil = ({ signUpUntil }: { signUpUntil: number | null }): string =>
  signUpUntil === null ? '' : `报名${lastMomentZh(signUpUntil)} 截止，此前可以另报一个项目。`;
