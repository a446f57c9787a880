import { shanghaiDate } from '../../kernel/shanghai';
import type { EntrySubject } from '../subject';

/**
 * What is wrong with a day on which something was done about an entry, as its staff write it down; null: nothing. Nothing was before the sign-up of its
 * edition began, nor after today.
 * @param zh what the day is called
 * @param now in epoch milliseconds
 */
export function recordedDayProblem({ signUp }: Pick<EntrySubject, 'signUp'>, day: string, zh: string, now: number) {
  if (day > shanghaiDate(now)) return `${zh}不能晚于今天`;
  const first = signUp === null ? null : shanghaiDate(signUp.opensAt);
  return first !== null && day < first ? `${zh}不能早于报名开始的日子（${first}）` : null;
}
