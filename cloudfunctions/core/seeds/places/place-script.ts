import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import type { Answers } from '@shared/forms/question';
import { firstTenure, instantsOf, type Tenure } from '@shared/incubation/tenure';
import { usualTerms } from '@shared/incubation/terms';
import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import { instantAgo, noonOf } from '../files/days';
import type { FileScript, Step } from '../files/script';
import { incubator } from '../organisations';
import { personaId } from '../personas';
import { syntheticName, syntheticTitle, syntheticUscc } from '../synthetic';
import { type Leg, type PlannedStay, placeRoads, registeredBefore } from './place-plan';
import { sites } from './sites';

const hour = 3_600_000;
const own = ['submit', 'accept', 'askRenewal', 'withdraw', 'leave'];
const byClock = ['neverSigned', 'expire', 'graduate', 'lapse'];
const yes = { young: 'yes', tradeFit: 'yes', firstTime: 'yes', creditOk: 'yes', safetyOk: 'yes' };

export type ScriptedStay = {
  planned: PlannedStay;
  script: FileScript;
  tenure: Tenure | null;
  /** The last day, where somebody went before the end. */
  leftOn: string | null;
};

function answersOf({ type, earlier }: PlannedStay, n: number, begunOn: string): Record<string, Answers> {
  const title = syntheticTitle(n % 2 === 0 ? 'modern_services' : 'heritage_creative', n);
  const firm = n % 2 === 0;
  return {
    person: { name: syntheticName(n) },
    business: {
      entityKind: firm ? 'company' : 'none',
      ...(firm && {
        entityName: `尧都区${title}有限公司`,
        uscc: syntheticUscc(n),
        registeredOn: registeredBefore(begunOn, n),
      }),
      about: `${title}，已有固定客户，需要一处能接待的地方。`,
      earlier: earlier === undefined ? 'no' : 'yes',
      ...(earlier !== undefined && { earlierMonths: earlier }),
    },
    place: { operator: incubator.id, type, people: type === 'desk' ? 1 : 3, safety: '无' },
  };
}

/** What each move is told. */
function toldIn({ state, rank }: PlannedStay, n: number, tenure: Tenure | null, number: string) {
  const marks = state === 'rejected' ? [52, 58, 55] : [72 + (n % 15), 75 + (n % 12), 70 + (n % 18)];
  const marked = { answers: { mark1: marks[0] ?? 0, mark2: marks[1] ?? 0, mark3: marks[2] ?? 0 } };
  const end = tenure === null ? null : new Date(instantsOf(tenure).to);
  const told: Readonly<Record<string, Omit<Step, 'move' | 'at' | 'by'>>> = {
    pass: { answers: yes },
    return: { reason: '改好后请重新提交。', faults: [{ section: 'place', text: '请写明设备功率，便于核对用电' }] },
    admit: marked,
    failMark: { ...marked, reason: '评审平均分没有达到分数线' },
    submit: rank === undefined ? {} : { set: { rank } },
    sign: { answers: { number, from: tenure?.from ?? '' }, set: { lapses_at: end } },
    moveIn: { set: { lapses_at: end } },
    askRenewal: { set: { lapses_at: end } },
    warn: { answers: { ground: 'rent' }, reason: '欠租满 60 天，请尽快补缴', set: { lapses_at: end } },
    remove: { reason: '整改期满仍未补缴租金' },
    leave: { reason: '项目搬到自有场地' },
  };
  return told;
}

/** The whole way of somebody to a place, or past it. */
export function stayScriptOf(planned: PlannedStay, n: number, now: number, number: string): ScriptedStay {
  const today = shanghaiDate(now);
  const legs: readonly Leg[] = [
    ...placeRoads[planned.state],
    ...(planned.letGo === undefined
      ? []
      : ([
          ['offer', 3],
          ['lapse', 0],
        ] as const)),
  ];
  const signs = legs.findIndex(([move]) => move === 'sign');
  const first = signs === -1 ? null : addDays(today, -planned.since);
  const tenure = first === null ? null : firstTenure(first, planned.earlier ?? 0, usualTerms);
  const told = toldIn(planned, n, tenure, number);
  const clocked = legs.findIndex(([move]) => byClock.includes(move));
  const anchor = signs !== -1 ? signs : clocked !== -1 ? clocked - 1 : legs.length - 1;
  // Signed some days before the first day.
  const anchorAgo = signs === -1 ? planned.since : Math.max(1, planned.since + 3);
  const agoOf = (i: number): number =>
    anchorAgo + legs.slice(i + 1, anchor + 1).reduce((days, [, later]) => days + later, 0);
  const leftOn = planned.leftAgo === undefined ? null : addDays(today, -planned.leftAgo);
  const afterSigning: Readonly<Record<string, number>> = {
    moveIn: noonOf(first ?? today) - 2 * hour,
    askRenewal: noonOf(addDays(today, -2)) - 2 * hour,
    warn: noonOf(leftOn === null ? addDays(today, -4) : addDays(leftOn, -30)),
    leave: noonOf(leftOn ?? today),
    remove: noonOf(leftOn ?? today),
  };
  const steps = legs.map(([move], i): Step => {
    const by = byClock.includes(move) ? null : own.includes(move) ? ('applicant' as const) : personaId('incubator-1');
    const at = byClock.includes(move)
      ? ('lapse' as const)
      : i <= anchor
        ? instantAgo(now, agoOf(i), i)
        : afterSigning[move];
    if (at === undefined) throw new Error(`Nobody says when ${move} is made.`);
    return { move, at, by, ...told[move] };
  });
  const begunAt = instantAgo(now, legs.length === 0 ? planned.since : agoOf(0) + 1, 0) - 3 * hour;
  const answers = answersOf(planned, n, shanghaiDate(begunAt));
  return {
    planned,
    tenure,
    leftOn,
    script: {
      kind: incubatorPlace,
      n,
      regionId: sites[0].region_id,
      regionZh: '尧都区',
      won: planned.won,
      answers: legs.length === 0 ? { person: answers.person ?? {}, place: answers.place ?? {} } : answers,
      sent:
        legs.length === 0
          ? []
          : [
              { slot: 'plan', before: 'submit' },
              ...(answers.business?.entityKind === 'company' ? [{ slot: 'licence', before: 'submit' }] : []),
            ],
      begunAt,
      steps,
    },
  };
}
