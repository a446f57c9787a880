/** A quarter's statement, as its borrower is told of it once HR has checked it. Money in words. */
export type StatementTold = {
  applicationId: string;
  applicantId: string;
  regionId: string;
  quarterZh: string;
  amountZh: string;
};

/** So many statements of a bank that are to be checked at a region's desk. */
export type StatementsDrafted = { regionId: string; bankId: string; quarterZh: string; n: number };

/** Something falls due. `on`: the day, `YYYY-MM-DD`. */
export type DueTold = { applicationId: string; applicantId: string; on: string; amountZh: string; bankZh: string };

/** The account of the subsidy is another from now on; covered but for its last four digits. */
export type AccountTold = {
  applicationId: string;
  applicantId: string;
  regionId: string;
  bankZh: string;
  accountMasked: string;
};

export interface LendingEvents {
  'statement.ready': StatementTold;
  'statement.paid': StatementTold;
  'statement.failed': StatementTold & { reasonZh: string };
  'statements.drafted': StatementsDrafted;
  'loan.overdueSoon': DueTold;
  'loan.accountChanged': AccountTold;
}
