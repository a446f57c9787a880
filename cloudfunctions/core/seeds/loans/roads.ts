/** A move with how many days after the one before it is made. */
export type Leg = readonly [move: string, daysLater: number];

const toHr: readonly Leg[] = [
  ['submit', 2],
  ['claim', 1],
];
const toGuarantor: readonly Leg[] = [...toHr, ['pass', 2]];
const toBank: readonly Leg[] = [...toGuarantor, ['agree', 4]];
const toApproved: readonly Leg[] = [...toBank, ['approve', 5]];
const toContract: readonly Leg[] = [...toApproved, ['sign', 4]];
const lent: readonly Leg[] = [...toContract, ['disburse', 2]];
/** By the clock, and by the bank that was not paid: when, the loan's plan says. */
const overdue: readonly Leg[] = [...lent, ['fallOverdue', 0]];
const compensated: readonly Leg[] = [...overdue, ['compensate', 95]];

/** Which way leads to each state of a guaranteed loan; days after lending are the loan's own. */
export const loanRoads = {
  draft: [],
  submitted: toHr.slice(0, 1),
  hr_checking: toHr,
  returned: [...toHr, ['return', 1]],
  guarantor_dd: toGuarantor,
  guarantor_papers: [...toGuarantor, ['askGuarantor', 2]],
  bank_reviewing: toBank,
  bank_papers: [...toBank, ['askBank', 2]],
  approved: toApproved,
  contracted: toContract,
  repaying: lent,
  overdue,
  extended: [...lent, ['extend', 0]],
  compensated,
  settled: [...lent, ['settle', 0]],
  hr_rejected: [...toHr, ['reject', 2]],
  guarantor_declined: [...toGuarantor, ['declineGuarantee', 4]],
  bank_declined: [...toBank, ['declineLoan', 5]],
  withdrawn: [...toGuarantor, ['withdraw', 3]],
  expired: [...toHr, ['return', 1], ['expire', 0]],
  lapsed: [...toApproved, ['lapse', 0]],
  written_off: [...compensated, ['writeOff', 120]],
} as const satisfies Record<string, readonly Leg[]>;

export type LoanState = keyof typeof loanRoads;

/** Back and forth on the way: once sent back and handed in again, once asked for papers and supplied. */
export const winding: readonly Leg[] = [
  ...toHr,
  ['return', 1],
  ['submit', 4],
  ['claim', 1],
  ['pass', 1],
  ['askGuarantor', 2],
  ['supplyGuarantor', 3],
  ['agree', 2],
];
