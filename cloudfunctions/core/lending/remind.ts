import { formatYuan } from '@shared/kernel/money';
import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { emit } from '../platform/outbox';
import { makeCall } from '../rpc/call';
import type { Home } from '../rpc/home';
import { reckon } from './loan-rows';

const atOnce = 50;
/** So many days before something falls due its borrower is reminded, once. */
const ahead = 7;

/** By the clock: who has to pay within a week and was not told yet. */
export async function remindDue(home: Home): Promise<number> {
  const now = home.now();
  const today = shanghaiDate(now);
  let done = 0;
  for (;;) {
    const n = await home.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`select l.id from loan l join application a on a.id = l.id
        where l.next_due between ${today} and ${addDays(today, ahead)} and l.reminded_for is distinct from l.next_due and a.live
        order by l.next_due, l.id limit ${atOnce} for update of l skip locked`.execute(tx);
      const call = makeCall(home, tx, null, now);
      for (const { id } of rows) {
        const reckoned = await reckon(call, id);
        const next = reckoned?.ledger.next;
        if (!reckoned || !next) continue;
        const { loan } = reckoned;
        await tx.updateTable('loan').set({ reminded_for: loan.nextDue }).where('id', '=', id).execute();
        await emit(call, 'loan.overdueSoon', `guaranteed-loan:${id}`, {
          applicationId: id,
          applicantId: loan.applicantId,
          on: next.on,
          amountZh: `${formatYuan(next.principalFen + next.interestFen)} 元`,
          bankZh: loan.bankZh,
        });
      }
      return rows.length;
    });
    done += n;
    if (n < atOnce) break;
  }
  return done;
}
