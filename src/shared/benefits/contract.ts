import * as z from 'zod/mini';
import { count, date, machineText, read } from '../kernel/contract';

const fen = z.int().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER));

const interest = { interestFen: fen, subsidyFen: fen, ownFen: fen };

/** A payment of a plan, for the days from `from` to the one before `to`, on which it is paid. Money in fen. */
const instalment = z.object({
  n: count,
  from: date,
  to: date,
  days: count,
  ...interest,
  principalFen: fen,
  paymentFen: fen,
  balanceFen: fen,
});

export const benefitsContract = {
  /** How the interest of a guaranteed loan is reckoned and who bears it, with figures of one's own. For anybody; nothing is kept. */
  loanExample: read
    .input(
      z.object({
        code: machineText(60),
        principalFen: z.int().check(z.minimum(100, '请填写额度'), z.maximum(100_000_000_000)),
        months: z.int().check(z.minimum(1, '至少 1 个月'), z.maximum(360, '期限太长')),
        method: z.enum(['equalInstalments', 'equalPrincipal', 'interestFirst']),
        /** The yearly rate in basis points; null: the highest that the rule allows. */
        rateBp: z.nullable(z.int().check(z.nonnegative(), z.maximum(2_400, '利率太高'))),
        /** Null: today. */
        contractOn: z.nullable(date),
      }),
    )
    .errors({
      BENEFITS_EXAMPLE_BEYOND_RULE: { status: 422, message: '有数字超出规定，已在下方标红说明' },
    })
    .output(
      z.object({
        titleZh: z.string(),
        of: z.enum(['person', 'firm']),
        contractOn: date,
        rateBp: z.nullable(count),
        method: z.enum(['equalInstalments', 'equalPrincipal', 'interestFirst']),
        accrual: z.enum(['act360', 'monthly12']),
        figures: z.array(
          z.object({
            code: z.string(),
            zh: z.string(),
            valueZh: z.nullable(z.string()),
            sourceZh: z.nullable(z.string()),
          }),
        ),
        lacksZh: z.nullable(z.string()),
        plan: z.array(instalment),
        sum: z.object(interest),
      }),
    ),
};
