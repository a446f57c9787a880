/**
 * How a loan is paid back: a field of the loan, never guessed. `equalInstalments` 等额本息, `equalPrincipal` 等额本金, `interestFirst`
 * 付息还本 (interest by the period, all of the principal at the end).
 */
export type Method = 'equalInstalments' | 'equalPrincipal' | 'interestFirst';

/**
 * How its interest is reckoned, for plan, interest and subsidy alike (rules §3): `act360` by days over 360, `monthly12` a twelfth of the
 * yearly rate for a month.
 */
export type Accrual = 'act360' | 'monthly12';

/** A loan as it was agreed. Money in fen, the yearly rate in basis points, days `YYYY-MM-DD`. */
export type Loan = {
  principalFen: number;
  rateBp: number;
  method: Method;
  accrual: Accrual;
  disbursedOn: string;
  months: number;
};

export const methodZh: Readonly<Record<Method, string>> = {
  equalInstalments: '等额本息',
  equalPrincipal: '等额本金',
  interestFirst: '先付息，到期还本',
};

/** What each method means, for whoever has not met the word. */
export const methodHintZh: Readonly<Record<Method, string>> = {
  equalInstalments: '每月还的钱一样多',
  equalPrincipal: '每月还的本金一样多，利息越来越少',
  interestFirst: '每季末月20日结息，次日付，本金到期一次还清',
};
