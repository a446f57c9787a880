import { shanghaiDate } from '@shared/kernel/shanghai';
import { turnPhases } from '../competition/turn-phases';
import { checkWaitingUploads, eraseLeaving, forgetExpired, freeChecks, sweepLeftovers } from '../entry/queries';
import { tellEvents } from '../notices/tell';
import { forgetContacts } from '../people/forget-contacts';
import { exportSeal } from '../platform/audit/exported-seal';
import { sealAudit } from '../platform/audit/seal-audit';
import { deliver, freeLeases, type Worker } from '../platform/deliver';
import { faultOf } from '../platform/log/fault';
import { forgetOldRows } from '../platform/retention';
import { expireOverdue } from '../screening/decisions/expire-overdue';
import { foldCounts } from '../screening/queue/fold-counts';
import type { Home } from './home';

/** Tells of what is waiting in the outbox. Answers how many events were told. */
export const deliverWaiting = (home: Home, worker?: Worker): Promise<number> => deliver(home, tellEvents, worker);

/**
 * Takes back what a host was about when it was killed. Only for one that has its folder, and so its files, to itself.
 * @param name that host's, the same after a restart
 */
export async function takeBack(home: Home, name: string): Promise<void> {
  await freeLeases(home, name);
  await freeChecks(home.db);
}

const retentionMs = 3_600_000;

/**
 * Makes the function that does everything due: phases that open or close, deadlines that passed, files to check and leftovers to take
 * away, the outbox, seals, once a day the telling of the newest, and once an hour what is to be forgotten. One part that fails does not hold up the others; it is logged
 * and tried again at the next tick. A worker that is to stop begins no further part.
 */
export function makeTick(home: Home, worker?: Worker): () => Promise<void> {
  let forgottenAt: number | null = null;
  let lastAt: number | null = null;
  let toldOn: string | null = null;

  async function part(name: string, run: () => Promise<unknown>): Promise<void> {
    if (worker?.stopping?.aborted) return;
    try {
      await run();
    } catch (error) {
      home.log.error({ part: name, error: faultOf(error) }, 'a part of the tick failed');
    }
  }

  return async function tick() {
    await part('turnPhases', () => turnPhases(home));
    await part('expireOverdue', () => expireOverdue(home));
    await part('checkWaitingUploads', () => checkWaitingUploads(home));
    await part('sweepLeftovers', () => sweepLeftovers(home));
    await part('eraseLeaving', () => eraseLeaving(home));
    await part('deliver', () => deliverWaiting(home, worker));
    await part('sealAudit', () => sealAudit(home));
    const now = home.now();
    // The demo's clock was moved: a glance into another month forgets nothing that still counts when it is moved back.
    if (lastAt !== null && Math.abs(now - lastAt) >= retentionMs) forgottenAt = now;
    lastAt = now;
    await part('exportSeal', async () => {
      const day = shanghaiDate(now);
      if (toldOn !== day && (await exportSeal(home, now))) toldOn = day;
    });
    if (forgottenAt === null || Math.abs(now - forgottenAt) >= retentionMs) {
      forgottenAt = now;
      await part('foldCounts', () => foldCounts(home));
      await part('forgetExpired', () => forgetExpired(home));
      await part('forgetContacts', () => forgetContacts(home));
      await part('forgetOldRows', () => forgetOldRows(home));
    }
  };
}
