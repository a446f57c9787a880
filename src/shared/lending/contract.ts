import * as z from 'zod/mini';
import { standing } from '../cases/contract';
import { change, count, cursor, date, instant, phrase, read, text, uuid } from '../kernel/contract';
import { mostOf, tooMany } from '../kernel/most';

/** As it comes of many rows: each has its bound, their sum has none. */
const fen = z.int().check(z.nonnegative());
const typedFen = z.int().check(z.nonnegative(), z.maximum(mostOf.money, tooMany));
/** Below nothing where too much was paid before. */
const difference = z.int();
/** A bank's number of a payment. */
export const longestSerial = 60;
const byLoan = z.object({ applicationId: uuid });

const interest = { interestFen: fen, subsidyFen: fen, ownFen: fen };
const method = z.enum(['equalInstalments', 'equalPrincipal', 'interestFirst']);
const accrual = z.enum(['act360', 'monthly12']);

/** How one payment of a statement stands with finance. */
const payment = z.nullable(
  z.object({
    reference: z.string(),
    result: z.enum(['waiting', 'paid', 'failed']),
    paidOn: z.nullable(date),
    failureZh: z.nullable(z.string()),
  }),
);

const statement = z.object({
  statementId: uuid,
  from: date,
  to: date,
  days: count,
  interestFen: fen,
  chargedFen: fen,
  subsidyFen: fen,
  /** What it pays: the subsidy, less what earlier statements of the quarter paid. */
  amountFen: difference,
  /** It puts an earlier one right. */
  corrects: z.boolean(),
  /** The bank charged something else than was owed, by more than rounding: HR looks at it. */
  differs: z.boolean(),
  checkedAt: z.nullable(instant),
  noteZh: z.nullable(z.string()),
  payment,
});

const repayment = z.object({
  repaymentId: uuid,
  on: date,
  principalFen: fen,
  interestFen: fen,
  serial: z.nullable(z.string()),
  /** It was taken back, and why. */
  voidedZh: z.nullable(z.string()),
});

const nextDue = z.nullable(z.object({ on: date, principalFen: fen, interestFen: fen }));

/** A loan that was lent, for one reader. */
const loanView = z.object({
  applicationId: uuid,
  reference: z.nullable(z.string()),
  ...standing.shape,
  bankZh: z.string(),
  contractNo: z.string(),
  principalFen: fen,
  rateBp: count,
  method,
  methodZh: z.string(),
  accrual,
  disbursedOn: date,
  maturesOn: date,
  extendedTo: z.nullable(date),
  balanceFen: fen,
  overdue: z.boolean(),
  next: nextDue,
  /** By which version of the rule the subsidy is reckoned. */
  ruleZh: z.string(),
  payeeZh: z.nullable(z.string()),
  accountMasked: z.nullable(z.string()),
  plan: z.array(
    z.object({
      n: count,
      from: date,
      to: date,
      days: count,
      ...interest,
      principalFen: fen,
      paymentFen: fen,
      balanceFen: fen,
    }),
  ),
  repayments: z.array(repayment),
  /** Null: not this reader's. */
  statements: z.nullable(z.array(statement)),
  /** The reader may enter what was paid. */
  writes: z.boolean(),
  /** For whoever may change the account: the copies of the card that stand in the application now. */
  bankCards: z.array(z.object({ uploadId: uuid, name: z.string(), sentAt: instant })),
});

const row = {
  on: date,
  principalFen: typedFen,
  interestFen: typedFen,
};
const outdated = { CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } };
const wrongRow = {
  LENDING_ROW_WRONG: { status: 422, message: '这笔还款和贷款对不上，请看标出的内容' },
  LENDING_SERIAL_TWICE: { status: 422, message: '这个流水号已经登记过' },
  LENDING_CLOSED: { status: 422, message: '这笔贷款现在不能登记还款' },
};

export const lendingContract = {
  loan: read.input(byLoan).output(loanView),
  /** The bank's own, what falls due first. */
  loans: read
    .input(z.object({ cursor }))
    .errors(outdated)
    .output(
      z.object({
        items: z.array(
          z.object({
            applicationId: uuid,
            reference: z.nullable(z.string()),
            ...standing.shape,
            borrowerZh: z.string(),
            contractNo: z.string(),
            principalFen: fen,
            balanceFen: fen,
            nextOn: z.nullable(date),
          }),
        ),
        next: z.nullable(z.string()),
        /** So many have not paid by the day on which they should have. */
        late: z.object({ count, more: z.boolean() }),
      }),
    ),
  /** What was paid on a day, ahead of time or in time; the subsidy follows by itself. */
  addRepayment: change
    .input(z.object({ ...byLoan.shape, ...row, serial: text(longestSerial) }))
    .errors(wrongRow)
    .output(loanView),
  /** Takes back a row that was entered wrongly: it stays in sight, and counts no more. */
  voidRepayment: change
    .input(z.object({ ...byLoan.shape, repaymentId: uuid, reason: text(200) }))
    .errors({ ...wrongRow, LENDING_REASON_MISSING: { status: 422, message: '请写明为什么作废' } })
    .output(loanView),
  /** Where the subsidy goes from now on, by a copy of the card that the borrower sent (`evidence`, of `bankCards`), which is kept from then on; borrower and desk are told. */
  changeAccount: change
    .input(z.object({ ...byLoan.shape, payeeZh: phrase(60), account: text(40), evidence: uuid }))
    .errors({
      LENDING_ACCOUNT_WRONG: { status: 422, message: '账号是 8 到 32 位数字，请核对' },
      LENDING_CLOSED: { status: 422, message: '这笔贷款已结清，不能再改账户' },
    })
    .output(loanView),
  /** Rows of a sheet: contract number, day, principal, interest (in 元), serial number. All of it or nothing; rows that are there already do nothing. */
  importRepayments: change
    .input(z.object({ sheet: z.string().check(z.maxLength(80_000)) }))
    .errors({
      LENDING_SHEET_EMPTY: { status: 422, message: '表里没有还款，请用模板填写后再导入' },
      LENDING_SHEET_WRONG: { status: 422, message: '表里有没填对的行，全部没有导入。请改好后整份再导一次' },
    })
    .output(z.object({ added: count, known: count, loans: count })),
  /** Statements at one's desk: those to be checked, or those that were. */
  statements: read
    .input(z.object({ which: z.enum(['open', 'sent']), cursor }))
    .errors(outdated)
    .output(
      z.object({
        items: z.array(
          z.object({
            ...statement.shape,
            applicationId: uuid,
            reference: z.nullable(z.string()),
            borrowerZh: z.string(),
            bankZh: z.string(),
            regionZh: z.string(),
          }),
        ),
        next: z.nullable(z.string()),
        /** How many wait to be checked, counted to 1,000. */
        open: z.object({ count, more: z.boolean() }),
      }),
    ),
  /** Checked, and handed to finance as one list. Of what differs it is said why it is right. */
  sendStatements: change
    .input(z.object({ statementIds: z.array(uuid).check(z.minLength(1), z.maxLength(200)), note: text(200) }))
    .errors({
      LENDING_NOT_OPEN: { status: 422, message: '其中有的已经送过，请刷新后再看' },
      FINANCE_ALREADY_SENT: { status: 422, message: '其中有的已经送过财政，请刷新后再看' },
      LENDING_NOTE_MISSING: { status: 422, message: '其中有银行利息和应收利息对不上的，请写明核对结果' },
    })
    .output(z.object({ sent: count, sumFen: difference, reference: z.nullable(z.string()) })),
};
