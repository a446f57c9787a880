import { guaranteedLoan } from '@shared/benefits/kinds/guaranteed-loan';
import type { Answers } from '@shared/forms/question';
import { formatYuan } from '@shared/kernel/money';
import { addDays, formatDayZh, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { regions } from '../../platform/city/regions';
import { instantAgo, noonOf } from '../files/days';
import type { FileScript, Sent, Step } from '../files/script';
import { organisationId } from '../organisations';
import { personaId } from '../personas';
import { syntheticName, syntheticTitle, syntheticUscc } from '../synthetic';
import { accountOf, type LoanAccount } from './loan-account';
import type { PlannedLoan } from './loan-plan';
import { type Leg, loanRoads, winding } from './roads';

const dayMs = 86_400_000;
const deskPersona: Readonly<Record<string, string>> = { '141033': 'loan-puxian', '141002': 'loan-yaodu' };

/** The persona at the desk of a region. */
export const deskOf = (regionId: string): string => personaId(deskPersona[regionId] ?? 'loan-city');

export const lenderOf = (bank: PlannedLoan['bank']): string => personaId(bank === 'bank-1' ? 'lender-1' : 'lender-2');

export const accountNo = (n: number): string => `6222020000${String(n).padStart(6, '0')}`;

/** Groups that are no secret of anybody's. */
const groups = ['graduate', 'returning_migrant', 'veteran', 'registered_unemployed', 'rural_entrepreneur'];
const entities = ['company', 'sole_trader', 'none'];
const tracks = ['rural_revitalisation', 'modern_services', 'silver_economy'];

function answersOf({ bank, terms }: PlannedLoan, n: number, regionZh: string): Record<string, Answers> {
  const title = syntheticTitle(tracks[n % tracks.length] ?? '', n);
  const entityKind = entities[n % entities.length] ?? 'none';
  const firm = {
    entityName: `${regionZh}${title}${entityKind === 'company' ? '有限公司' : '经营部'}`,
    uscc: syntheticUscc(n),
  };
  return {
    person: { name: syntheticName(n), retirementKind: n % 4 === 0 ? 'woman55' : 'man' },
    business: {
      entityKind,
      ...(entityKind !== 'none' && firm),
      address: `临汾市${regionZh}创业街${n}号`,
      about: `${title}，客户来自本县和周边，资金用于添置设备和备货。`,
    },
    group: {
      keyGroup: groups[n % groups.length] ?? 'graduate',
      loanTimes: n % 7 === 0 ? 1 : 0,
      loanUnsettled: 'no',
      loanOverdueEver: 'no',
      otherCentralSubsidy: 'no',
      otherLoans: n % 4 === 1 ? 'consumer' : 'allowed',
      ...(n % 4 === 1 && { consumerLoan: 12_000 }),
      spouseOtherLoans: 'none',
    },
    loan: { wan: terms?.wan ?? 10 + (n % 20), months: terms?.months ?? 24, bank: organisationId(bank) },
  };
}

/** What each move is told, and why it was made. */
function toldIn(planned: PlannedLoan, n: number, account: LoanAccount | null, wan: number) {
  const amount = wan * 1_000_000;
  const waived = wan <= 10;
  const terms = planned.terms ?? { rateBp: 330, method: 'interestFirst', accrual: 'act360', months: 24 };
  const signedOn = account?.contractOn;
  const paper = [{ section: 'files', text: '请上传最近一个月打印的征信报告' }];
  const told: Record<string, Omit<Step, 'move' | 'at' | 'by'>> = {
    pass: { answers: { guarantor: organisationId('guarantor') } },
    return: {
      reason: '改好后请重新提交。',
      faults: [
        { section: 'group', text: '人员类别与上传的证明不一致，请核对' },
        { section: 'files', text: '证明照片看不清，请重新上传' },
      ],
    },
    reject: { reason: '查到有未还清的经营贷款，不符合“没有规定以外的其他贷款”' },
    agree: {
      answers: {
        amount,
        fee: 50,
        counter: waived ? 'waived' : 'needed',
        ...(waived ? { ground: 'amount_le_100k' } : { counterZh: n % 2 === 0 ? '一名公职人员保证' : '自有房产抵押' }),
        spouseCredit: 'none',
        notes: '现场看过，经营正常，订单和流水与申报一致。',
      },
    },
    askGuarantor: { reason: '补齐后请提交。', faults: paper },
    declineGuarantee: { reason: '经营场所没有开工，近三个月没有流水' },
    approve: {
      answers: {
        amount,
        rate: terms.rateBp,
        months: terms.months,
        method: terms.method,
        accrual: terms.accrual,
        inside: '资料齐全，按流程审批。',
      },
    },
    askBank: { reason: '补齐后请提交。', faults: [{ section: 'files', text: '请上传近六个月的银行流水' }] },
    declineLoan: { reason: '近两年有多次信用卡逾期', answers: { inside: '征信不符合本行要求。' } },
    disburse: account
      ? {
          answers: { disbursedOn: account.lent.disbursedOn, amount, payee: payeeOf(planned, n), account: accountNo(n) },
          detailZh: `${formatDayZh(account.lent.disbursedOn)}放款 ${formatYuan(amount)} 元`,
          set: { lapses_at: account.lapsesAt === null ? null : new Date(account.lapsesAt) },
        }
      : {},
    extend: account?.lent.extended
      ? {
          answers: { from: account.lent.extended.from, until: account.lent.extended.until },
          set: { lapses_at: account.lapsesAt === null ? null : new Date(account.lapsesAt) },
        }
      : {},
    compensate: { answers: { amount: account?.ledger.balanceFen ?? amount } },
    writeOff: { reason: '多次催收无果，名下没有可执行的财产，按规定核销' },
  };
  return (move: string, on: string) => {
    const { answers, ...more } = told[move] ?? {};
    return {
      ...more,
      ...(move === 'sign' && {
        answers: { contractOn: signedOn ?? on, contractNo: contractNo(planned, n, signedOn ?? on) },
      }),
      ...(answers && { answers: move === 'compensate' ? { ...answers, on } : answers }),
    };
  };
}

const contractNo = ({ bank }: PlannedLoan, n: number, on: string): string =>
  `DK${on.slice(0, 4)}-${bank === 'bank-1' ? '1' : '2'}-${String(n).padStart(4, '0')}`;

/** To whose account the subsidy goes. */
const payeeOf = (planned: PlannedLoan, n: number): string => {
  const { business } = answersOf(planned, n, regionZhOf(planned.regionId));
  return String(business?.entityName ?? syntheticName(n));
};

export const regionZhOf = (regionId: string): string => regions.find(({ id }) => id === regionId)?.nameZh ?? '';

const bankMoves = ['approve', 'askBank', 'declineLoan', 'sign', 'disburse', 'extend', 'compensate', 'settle'];
const guarantorMoves = ['agree', 'askGuarantor', 'declineGuarantee', 'writeOff'];
const deskMoves = ['claim', 'pass', 'return', 'reject'];
const clockMoves = ['fallOverdue', 'expire', 'lapse'];

export type ScriptedLoan = { planned: PlannedLoan; script: FileScript; account: LoanAccount | null };

/** The whole way of a planned loan; whoever applied makes the moves that nobody else does. */
export function scriptOf(planned: PlannedLoan, n: number, now: number): ScriptedLoan {
  const today = shanghaiDate(now);
  const { state, terms, regionId, bank } = planned;
  const account = terms ? accountOf(terms, state, today, planned.saidLate === true) : null;
  const regionZh = regionZhOf(regionId);
  const answers = answersOf(planned, n, regionZh);
  const legs: readonly Leg[] = planned.winding ? winding : loanRoads[state];
  const byClock = legs.some(([move]) => clockMoves.includes(move));
  // The day of the last move before lending, or of the last of all; what lapsed waited long enough.
  const lentAt = legs.findIndex(([move]) => move === 'disburse');
  const anchor = lentAt === -1 ? legs.length - (byClock ? 2 : 1) : lentAt;
  const anchorAgo = account
    ? Math.round((startOfDay(today) - startOfDay(account.lent.disbursedOn)) / dayMs)
    : byClock
      ? 30 + planned.since
      : planned.since;
  const agoOf = (i: number): number =>
    anchorAgo + legs.slice(i + 1, anchor + 1).reduce((days, [, later]) => days + later, 0);
  const told = toldIn(planned, n, account, Number(answers.loan?.wan));
  const steps: Step[] = [];
  for (const [i, [move, later]] of legs.entries()) {
    const before = steps.at(-1);
    const at =
      i <= anchor
        ? instantAgo(now, agoOf(i), i)
        : clockMoves.includes(move)
          ? ('lapse' as const)
          : afterLending(move, later, account, before);
    const by = clockMoves.includes(move)
      ? null
      : deskMoves.includes(move)
        ? deskOf(regionId)
        : guarantorMoves.includes(move)
          ? personaId('guarantor-1')
          : bankMoves.includes(move)
            ? lenderOf(bank)
            : ('applicant' as const);
    const on = typeof at === 'number' ? shanghaiDate(at) : today;
    steps.push({ move, at, by, ...told(move, on) });
  }
  const firstAgo = legs.length === 0 ? planned.since : agoOf(0);
  return {
    planned,
    account,
    script: {
      kind: guaranteedLoan,
      n,
      regionId,
      regionZh,
      won: planned.won,
      answers: state === 'draft' ? { person: answers.person ?? {}, business: answers.business ?? {} } : answers,
      sent: sentIn(steps, answers),
      begunAt: instantAgo(now, firstAgo + (legs[0]?.[1] ?? 0), 0) - 3 * 3_600_000,
      steps,
    },
  };
}

/** When a lent loan moved on: with its last payment, before its extension, or so many days after it was overdue. */
function afterLending(move: string, later: number, account: LoanAccount | null, before: Step | undefined): number {
  if (move === 'settle') return noonOf(account?.lastPaidOn ?? '') + 3_600_000;
  if (move === 'extend') return noonOf(addDays(account?.lent.extended?.from ?? '', -10));
  const base = typeof before?.at === 'number' ? before.at : (account?.lapsesAt ?? 0);
  return base + later * dayMs + 10 * 3_600_000;
}

function sentIn(steps: readonly Step[], { business }: Record<string, Answers>): Sent[] {
  const has = (move: string) => steps.some((step) => step.move === move);
  return [
    ...(has('submit') ? [{ slot: 'group_proof', before: 'submit' }] : []),
    ...(has('submit') && business?.entityKind !== 'none' ? [{ slot: 'licence', before: 'submit' }] : []),
    ...(has('agree') || has('declineGuarantee')
      ? [{ slot: 'credit_report', before: has('agree') ? 'agree' : 'declineGuarantee' }]
      : []),
    ...(has('supplyGuarantor') ? [{ slot: 'more_papers', before: 'supplyGuarantor' }] : []),
    ...(has('disburse') ? [{ slot: 'bank_card', before: 'disburse' }] : []),
  ];
}
