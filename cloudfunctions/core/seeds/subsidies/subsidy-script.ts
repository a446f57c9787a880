import { allAnswers } from '@shared/benefits/application/problems';
import { countedIn, publicName, subsidies } from '@shared/benefits/kinds/subsidy';
import { amountOf, type SubsidyItem } from '@shared/benefits/kinds/subsidy/items';
import type { Answers } from '@shared/forms/question';
import { addMonths, shanghaiDate } from '@shared/kernel/shanghai';
import { amountZh } from '../../subsidies/works';
import { instantAgo } from '../files/days';
import { shippedOn } from '../files/judged';
import type { FileScript, Step } from '../files/script';
import { accountNo, deskOf, regionZhOf } from '../loans/loan-script';
import { personaId } from '../personas';
import { syntheticName, syntheticTitle, syntheticUscc } from '../synthetic';

type Leg = readonly [move: string, daysLater: number];

const looked: readonly Leg[] = [
  ['submit', 1],
  ['claim', 2],
];
const listed: readonly Leg[] = [...looked, ['list', 5]];
const batched: readonly Leg[] = [...listed, ['batch', 0]];

/** Which way leads to each state of an item of start-up money; `batch` is the clock's. */
export const subsidyRoads = {
  draft: [],
  submitted: looked.slice(0, 1),
  reviewing: looked,
  returned: [...looked, ['return', 3]],
  listed,
  batched,
  pay_failed: [...batched, ['fail', 3]],
  paid: [...batched, ['pay', 4]],
  rejected: [...looked, ['reject', 6]],
  withdrawn: [...looked.slice(0, 1), ['withdraw', 4]],
  expired: [...looked, ['return', 2], ['expire', 0]],
} as const satisfies Record<string, readonly Leg[]>;

export type SubsidyState = keyof typeof subsidyRoads;
export type PlannedSubsidy = {
  code: string;
  state: SubsidyState;
  regionId: string;
  since: number;
  /** Its account was put right after a payment that came back. */
  fixed?: true;
};

const at = (code: string, state: SubsidyState, regionId: string, since: number, fixed?: true): PlannedSubsidy => ({
  code,
  state,
  regionId,
  since,
  ...(fixed && { fixed }),
});

/** What is applied for in the demo; an item whose policy is over has no file. */
export const plannedSubsidies: readonly PlannedSubsidy[] = [
  at('subsidy-one-off', 'draft', '141033', 1),
  at('subsidy-one-off', 'submitted', '141033', 2),
  at('subsidy-hiring', 'submitted', '141002', 1),
  at('subsidy-post', 'reviewing', '141033', 6),
  at('subsidy-one-off', 'reviewing', '141002', 3),
  at('subsidy-rent', 'returned', '141033', 3),
  at('subsidy-one-off', 'listed', '141033', 1),
  at('subsidy-new-hires', 'listed', '141002', 2),
  at('subsidy-rent', 'listed', '141081', 3),
  at('subsidy-hiring', 'batched', '141033', 17),
  at('subsidy-one-off', 'batched', '141002', 19),
  at('subsidy-one-off', 'batched', '141033', 30, true),
  at('subsidy-one-off', 'pay_failed', '141002', 24),
  at('subsidy-one-off', 'paid', '141033', 50),
  at('subsidy-rent', 'paid', '141002', 80),
  at('subsidy-new-hires', 'paid', '141022', 120),
  at('subsidy-hiring', 'rejected', '141002', 9),
  at('subsidy-one-off', 'withdrawn', '141033', 12),
  at('subsidy-post', 'expired', '141002', 30),
];

const byClock = ['batch', 'expire'];
const byFinance = ['pay', 'fail'];
const own = ['submit', 'withdraw', 'fix'];
/** Why a payment came back. */
export const closedZh = '账户已销户，退回';

export type ScriptedSubsidy = {
  planned: PlannedSubsidy;
  item: SubsidyItem;
  script: FileScript;
  amountFen: number;
  howZh: string;
};

function answersOf({ per }: SubsidyItem, n: number, regionZh: string, begunOn: string): Record<string, Answers> {
  const title = syntheticTitle('rural_revitalisation', n);
  const people = 3 + (n % 4);
  return {
    person: { name: syntheticName(n), keyGroup: 'graduate', graduationYear: 2023, firstFounding: 'yes' },
    business: {
      entityName: `${regionZh}${title}有限公司`,
      uscc: syntheticUscc(n),
      registrationDate: addMonths(begunOn, -16 - (n % 8)),
      smallFirm: 'yes',
      ...(per === 'person' && { people }),
      ...(per === 'personMonth' && { people, months: 6 }),
      ...(per === 'year' && { years: 1 }),
      insuredMonths: 8,
    },
    pay: { payee: `${regionZh}${title}有限公司` },
  };
}

/** What an item comes to by the answers, as it is reckoned when it is handed in. */
function reckoned(item: SubsidyItem, answers: Answers, on: string) {
  const amount = amountOf(item, countedIn(answers), shippedOn(item.policy, on).parameters, on);
  if (amount === null) throw new Error(`${item.zh} comes to nothing.`);
  return amount;
}

/** The whole way of an item, up to its payment or past it. */
export function subsidyScriptOf(planned: PlannedSubsidy, n: number, now: number): ScriptedSubsidy {
  const { code, state, regionId, since, fixed } = planned;
  const found = subsidies.find(({ item }) => item.code === code);
  if (!found) throw new Error(`No item is called ${code}.`);
  const { item, kind } = found;
  const legs: readonly Leg[] = [
    ...subsidyRoads[state],
    ...(fixed
      ? ([
          ['fail', 3],
          ['fix', 3],
        ] as const)
      : []),
  ];
  const clocked = legs.findIndex(([move]) => byClock.includes(move));
  const anchor = clocked === -1 ? legs.length - 1 : clocked - 1;
  const agoOf = (i: number): number =>
    since + legs.slice(i + 1, anchor + 1).reduce((days, [, later]) => days + later, 0);
  const begunAt = instantAgo(now, legs.length === 0 ? since : agoOf(0) + 1, 0) - 3 * 3_600_000;
  const regionZh = regionZhOf(regionId);
  const answers = answersOf(item, n, regionZh, shanghaiDate(begunAt));
  const { amountFen, howZh } = reckoned(
    item,
    allAnswers(kind, (section) => answers[section] ?? {}),
    shanghaiDate(begunAt),
  );
  const told: Readonly<Record<string, Omit<Step, 'move' | 'at' | 'by'>>> = {
    submit: { reckoned: { move: 'batch', answers: { amount: amountFen, how: howZh } } },
    return: { reason: '改好后请重新提交。', faults: [{ section: 'files', text: '证明材料缺少最近三个月的缴费记录' }] },
    list: { detailZh: amountZh(amountFen) },
    reject: { reason: '带动就业的人数没有证明' },
    pay: { detailZh: amountZh(amountFen) },
    fail: { detailZh: closedZh },
  };
  // Finance acts some days after the list on which it stands came in.
  const settledAgo = (i: number) => Math.max(1, since - 17 - legs.slice(clocked + 1, i).reduce((d, [, l]) => d + l, 0));
  const steps = legs.map(([move], i): Step => {
    const by = byClock.includes(move)
      ? null
      : byFinance.includes(move)
        ? personaId('finance')
        : own.includes(move)
          ? ('applicant' as const)
          : deskOf(regionId);
    const when = byClock.includes(move)
      ? ('lapse' as const)
      : instantAgo(now, i <= anchor ? agoOf(i) : settledAgo(i), i);
    return { move, at: when, by, ...told[move] };
  });
  return {
    planned,
    item,
    amountFen,
    howZh,
    script: {
      kind,
      n,
      regionId,
      regionZh,
      won: null,
      answers: legs.length === 0 ? { person: answers.person ?? {} } : answers,
      sealed: { 'pay.account': accountNo(n) },
      // Every other one agreed to their name on the public list.
      ...(n % 2 === 0 && { without: [publicName(code)] }),
      sent: legs.length === 0 ? [] : [{ slot: 'evidence', before: 'submit' }],
      begunAt,
      steps,
    },
  };
}
