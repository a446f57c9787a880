import { organisationsOf, regionsOf } from '@shared/kernel/actor';
import { formatYuan } from '@shared/kernel/money';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, type TodoSource, todoOf } from '../cases/todo';
import { isAmong } from '../platform/grants';

/** Statements that wait to be checked at one's desk, as one thing to do. */
export const lendingTodos: TodoSource[] = [
  {
    roles: ['loanClerk'],
    async read(call, personId, today) {
      const { rows } = await sql<{
        n: number;
        fen: number;
      }>`select count(*)::int as n, coalesce(sum(s.amount_fen), 0)::bigint as fen
        from loan_statement s where s.checked_at is null and ${isAmong(regionsOf(call.actor, 'loanClerk'), sql`s.region_id`)}`.execute(
        call.db,
      );
      const { n, fen } = rows[0] ?? { n: 0, fen: 0 };
      if (n === 0) return { waitsForMe: [] };
      return {
        waitsForMe: [
          todoOf('statements', personId, {
            title: `核对 ${n} 份贴息清单`,
            detail: `共 ${formatYuan(Number(fen))} 元，核对后送财政`,
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
      const { rows } = await sql<{
        n: number;
        fen: number;
      }>`select count(*)::int as n, coalesce(sum(l.balance_fen), 0)::bigint as fen
        from loan l where l.bank_id = any(${banks}::uuid[]) and l.balance_fen > 0`.execute(call.db);
      const { n, fen } = rows[0] ?? { n: 0, fen: 0 };
      if (n === 0) return { iWaitFor: [] };
      return {
        iWaitFor: [
          todoOf('loans', personId, {
            title: `放出的贷款 ${n} 笔`,
            detail: `没还的本金 ${formatYuan(Number(fen))} 元，在这里登记还款`,
            link: link('staff/loans'),
            ...clockOf(null, today),
          }),
        ],
      };
    },
  },
];
