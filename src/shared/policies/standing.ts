import { type FactName, isSensitive } from './facts';
import type { Verdict } from './outcome';
import type { AnswerLine, PolicyAnswer } from './policy';
import { askedOf } from './words';

/**
 * How an answer stands for a person: `near` fails by one thing alone that can still be changed; `over` and `notYet` are out of force; `text` has
 * no rule to answer by.
 */
export type Stand = 'pass' | 'near' | 'unknown' | 'fail' | 'over' | 'notYet' | 'text';

export const standZh: Readonly<Record<Stand, string>> = {
  pass: '符合',
  near: '差一点',
  unknown: '还不清楚',
  fail: '不符合',
  over: '已到期',
  notYet: '未生效',
  text: '看条件',
};

/** In the order in which a person reads them. */
export const stands: readonly Stand[] = ['pass', 'near', 'unknown', 'fail', 'text', 'notYet', 'over'];

/** What somebody may still bring about, who has not yet; an age, a day that is past, a group are not among them. */
const changeable: ReadonlySet<FactName> = new Set<FactName>([
  'registered',
  'entityKind',
  'employees',
  'newHiresEligible12m',
  'newHireContracts12m',
  'othersHired',
  'wageArrears',
  'insuranceArrears',
  'loanUnsettled',
  'guaranteeOffered',
  'coursesTaken',
  'consentUpward',
  'insuredMonths',
  'taxedMonths',
]);

const decisive = ({ lines }: PolicyAnswer, verdict: Verdict): AnswerLine[] =>
  lines.filter((line) => line.kind === 'leaf' && line.matters && line.verdict === verdict);

/** The one line by which an answer fails, where it can still be changed. */
function oneToChange(answer: PolicyAnswer): AnswerLine | null {
  const [only, ...more] = decisive(answer, 'fail');
  if (only === undefined || more.length > 0 || only.fact === null) return null;
  return changeable.has(only.fact) ? only : null;
}

/** How an answer stands. */
export function standOf(answer: PolicyAnswer): Stand {
  if (answer.standing === 'expired') return 'over';
  if (answer.standing === 'notYet') return 'notYet';
  if (answer.verdict === 'fail' && oneToChange(answer) !== null) return 'near';
  return answer.verdict ?? 'text';
}

/** What is said where no rule answers. */
export const unansweredZh = {
  over: '政策已到期，请咨询本县（市、区）人社部门。',
  notYet: '政策还没有开始执行。',
  text: '条件见正文，以经办机构审核为准。',
} as const;

const listed = (words: readonly string[]): string =>
  words.length <= 3 ? words.join('、') : `${words.slice(0, 3).join('、')}等 ${words.length} 项`;

/** Whether something else could still come out against it: what stands under what holds already does not. */
function isOpen({ lines }: PolicyAnswer): boolean {
  let settled = Number.POSITIVE_INFINITY;
  return lines.some(({ depth, kind, verdict }) => {
    if (depth > settled) return false;
    settled = kind !== 'leaf' && verdict === 'pass' ? depth : Number.POSITIVE_INFINITY;
    return kind === 'leaf' && verdict === 'unknown';
  });
}

/** What is missing, what one can say oneself first; sensitive questions are named by the application that asks them alone. */
function missingZh(missing: readonly FactName[], factZh: (fact: FactName) => string): string {
  const named = missing.filter((fact) => !isSensitive(fact));
  const first = [...named].sort((a, b) => Number(askedOf(a) !== 'me') - Number(askedOf(b) !== 'me'));
  if (first.length === 0) return '还要知道的情况，申请时再填写。';
  const later = named.length < missing.length ? '有的情况申请时再填写。' : '';
  return `还要知道：${listed(first.map(factZh))}。${later}`;
}

/**
 * Why, in one sentence: what fails, what is missing and who says it, or that all of it fits.
 * @param factZh what a fact is called
 */
export function whyOf(answer: PolicyAnswer, factZh: (fact: FactName) => string): string {
  const stand = standOf(answer);
  switch (stand) {
    case 'over':
    case 'notYet':
    case 'text':
      return unansweredZh[stand];
    case 'pass':
      return '按现有资料，各项条件都符合。';
    case 'near':
      return `${isOpen(answer) ? '还差一项' : '只差一项'}：${oneToChange(answer)?.zh ?? ''}。${isOpen(answer) ? '其他条件还没有核对完。' : ''}`;
    case 'fail':
      return `${decisive(answer, 'fail')[0]?.zh ?? '有一项条件'}：不符合。`;
    case 'unknown': {
      if (answer.missing.length === 0) return '政策缺少本期数据，由主办单位补充。';
      return missingZh(answer.missing, factZh);
    }
  }
}
