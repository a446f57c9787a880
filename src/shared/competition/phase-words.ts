import { deadlineZh, openingZh } from '../kernel/moment-words';
import { fromRfc3339 } from '../kernel/shanghai';
import { undecidedZh } from './phase';

type Phase = { zh: string; opensAt: string; closesAt: string };

/**
 * How a phase of the wire stands, in one sentence: `报名11月4日（周三）开始`, `报名12月13日（周日）24:00 截止，还剩 2 天`,
 * `报名已于12月13日（周日）24:00 截止`. `now` in epoch milliseconds.
 */
export function phaseWords({ zh, opensAt, closesAt }: Phase, now: number): string {
  const opens = fromRfc3339(opensAt);
  return opens !== null && now < opens ? `${zh}${openingZh(opens, now)}开始` : `${zh}${deadlineZh(closesAt, now)}`;
}

/** The same of sign-up, which a contest may not have yet: `报名时间待定`. */
export const signUpWords = (signUp: Phase | null | undefined, now: number): string =>
  signUp ? phaseWords(signUp, now) : undecidedZh('报名');
