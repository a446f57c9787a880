import { organisationsOf, regionsOf } from '@shared/kernel/actor';
import { formatYuan } from '@shared/kernel/money';
import { link } from '@shared/routes';
import { type RawBuilder, sql } from 'kysely';
import { countedUpTo, toBound } from '../cases/counted';
import { clockOf, type TodoSource, todoOf } from '../cases/todo';
import type { Call } from '../rpc/call';
import { openStatements } from './statements';

/** How many of these rows there are, which end behind the bound, and what they sum to in fen. */
async function summed(call: Call, rows: RawBuilder<unknown>) {
  const found = await sql<{ n: number; fen: number }>`select count(*)::int as n, coalesce(sum(fen), 0)::bigint as fen
    from (${rows}) counted`.execute(call.db);
  const { n, fen } = found.rows[0] ?? { n: 0, fen: 0 };
  return { ...toBound(n), fen };
}

/** Statements that wait to be checked at one's desk, as one thing to do. */
export const lendingTodos: TodoSource[] = [
  {
    roles: ['loanClerk'],
    async read(call, personId, today) {
      const { count, more, fen } = await summed(call, openStatements(regionsOf(call.actor, 'loanClerk')));
      if (count === 0) return { waitsForMe: [] };
      return {
        waitsForMe: [
          todoOf('statements', personId, {
            title: `核对 ${count} 份${more ? '以上' : ''}贴息清单`,
            detail: `${more ? '' : `共 ${formatYuan(fen)} 元，`}核对后送财政`,
            link: link('staff/statements'),
            ...clockOf(null, today),
          }),
        ],
      };
    },
  },
  {
    roles: ['lender'],
    async read(call, personId, today) {
      const banks = organisationsOf(call.actor, 'lender');
      const { count, more, fen } = await summed(
        call,
        sql`select l.balance_fen as fen from loan l where l.bank_id = any(${banks}::uuid[]) and l.balance_fen > 0
          limit ${sql.lit(countedUpTo + 1)}`,
      );
      if (count === 0) return { iWaitFor: [] };
      return {
        iWaitFor: [
          todoOf('loans', personId, {
            title: `放出的贷款 ${count} 笔${more ? '以上' : ''}`,
            detail: `${more ? '' : `没还的本金 ${formatYuan(fen)} 元，`}在这里登记还款`,
            link: link('staff/loans'),
            ...clockOf(null, today),
          }),
        ],
      };
    },
  },
];
