import { formatYuan } from '@shared/kernel/money';
import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { inTurns } from '../cases/in-turns';
import { emit } from '../platform/outbox';
import type { Home } from '../rpc/home';
import { reckoned } from './loan-rows';

/** So many days before something falls due its borrower is reminded, once. */
const ahead = 7;

/** By the clock: who has to pay within a week and was not told yet. */
export const remindDue = (home: Home): Promise<number> =>
  inTurns(home, {
    part: 'remindDue',
    atOnce: 50,
    async take(call, most, others) {
      const today = shanghaiDate(call.now);
      const { rows } = await sql<{ id: string }>`select l.id from loan l join application a on a.id = l.id
        where l.next_due between ${today} and ${addDays(today, ahead)} and l.reminded_for is distinct from l.next_due and a.live
          and ${others(sql`l.id`)} order by l.next_due, l.id limit ${most} for update of l skip locked`.execute(
        call.db,
      );
      return rows.map(({ id }) => id);
    },
    async work(call, ids) {
      for (const id of ids) {
        const { loan, ledger } = await reckoned(call, id);
        await call.db.updateTable('loan').set({ reminded_for: loan.nextDue }).where('id', '=', id).execute();
        if (!ledger.next) continue;
        const { on, principalFen, interestFen } = ledger.next;
        await emit(call, 'loan.overdueSoon', `guaranteed-loan:${id}`, {
          applicationId: id,
          applicantId: loan.applicantId,
          on,
          amountZh: `${formatYuan(principalFen + interestFen)} 元`,
          bankZh: loan.bankZh,
        });
      }
    },
  });
