import { sql } from 'kysely';
import type { Settlers } from '../finance/queries';
import { emit } from '../platform/outbox';
import { loanRows } from './loan-rows';
import { statementKind, statementRows } from './statement-rows';
import { toldOf } from './statements';

/** What becomes of a statement's payment: its borrower is told that it was paid, the desk that it was not, whose it is again to check and to send. */
export const loanSettlers: Settlers = {
  [statementKind]: async (call, settled) => {
    const ids = settled.map(({ sourceId }) => sourceId);
    const { rows } = await statementRows(sql`s.id = any(${ids}::uuid[])`).execute(call.db);
    const { rows: loans } = await loanRows(sql`l.id = any(${rows.map(({ loanId }) => loanId)}::uuid[])`).execute(
      call.db,
    );
    const failed = settled.filter(({ failureZh }) => failureZh !== null).map(({ sourceId }) => sourceId);
    await sql`update loan_statement set checked_at = null, checked_by = null where id = any(${failed}::uuid[])`.execute(
      call.db,
    );
    for (const { sourceId, paidOn, failureZh } of settled) {
      const row = rows.find(({ id }) => id === sourceId);
      const loan = loans.find(({ id }) => id === row?.loanId);
      if (!row || !loan) continue;
      const subject = `guaranteed-loan:${loan.id}`;
      if (paidOn !== null && Number(row.amountFen) > 0) await emit(call, 'statement.paid', subject, toldOf(loan, row));
      if (failureZh !== null)
        await emit(call, 'statement.failed', subject, { ...toldOf(loan, row), reasonZh: failureZh });
    }
  },
};
