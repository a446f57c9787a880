import { quarterEndAfter } from '@shared/benefits/loan/periods';
import { endOfDayExclusive, shanghaiDate } from '@shared/kernel/shanghai';
import { type ApplicationHead, lapsesAt, moveWith, plainOrder } from '../benefits/queries';
import type { Call } from '../rpc/call';
import { type Reckoned, reckon } from './loan-rows';

/** When the clock makes a loan overdue: the end of the day on which something not paid yet falls due; null: nothing does. In epoch milliseconds. */
export const overdueAt = ({ ledger }: Reckoned): number | null =>
  ledger.next === null ? null : endOfDayExclusive(ledger.next.on);

/** Writes what follows from rows and agreement. A statement is drafted, or drafted anew, at the next tick if a quarter is over. */
export async function keepFigures(call: Call, { loan, ledger }: Reckoned): Promise<void> {
  await call.db
    .updateTable('loan')
    .set({
      balance_fen: ledger.balanceFen,
      next_due: ledger.next?.on ?? null,
      drafts_on:
        quarterEndAfter(loan.disbursedOn) <= shanghaiDate(call.now)
          ? shanghaiDate(call.now)
          : quarterEndAfter(loan.disbursedOn),
    })
    .where('id', '=', loan.id)
    .execute();
}

/** What a row that came or went means: the figures anew, and the move that they bring along: settled, or no longer overdue. */
export async function follow(call: Call, application: ApplicationHead): Promise<Reckoned> {
  const reckoned = await reckon(call, application.applicationId);
  if (reckoned === null) throw new Error('A loan whose row was just written is not there.');
  await keepFigures(call, reckoned);
  const { ledger, lent } = reckoned;
  const order = (move: string) => plainOrder(move, application.version);
  if (ledger.balanceFen === 0 && ledger.next === null) await moveWith(call, application, order('settle'));
  else if (application.state === 'overdue' && !ledger.overdue)
    // What was extended once is never again as if it had not been.
    await moveWith(call, application, order(lent.extended === null ? 'catchUp' : 'catchUpExtended'), async () => ({
      set: lapsing(reckoned),
    }));
  else if (application.state !== 'overdue') await lapsesAt(call, application.applicationId, overdueAt(reckoned));
  return reckoned;
}

/** The column by which the clock moves an application. */
export const lapsing = (reckoned: Reckoned) => {
  const instant = overdueAt(reckoned);
  return { lapses_at: instant === null ? null : new Date(instant) };
};
