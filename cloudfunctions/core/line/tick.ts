import { shanghaiDate } from '@shared/kernel/shanghai';
import { exportSeal } from '../platform/audit/exported-seal';
import { sealAudit } from '../platform/audit/seal-audit';
import { deliver, freeLeases, type Worker } from '../platform/deliver';
import { faultOf } from '../platform/log/fault';
import { forgetOldRows } from '../platform/retention';
import type { Home } from '../rpc/home';
import { makeFanOut } from '../telling/fan-out';
import { sendWaiting } from '../telling/phone/send-waiting';
import { audiencesOf, makeTell } from '../telling/tell-events';
import { sendTexts } from '../telling/texts/send-texts';
import type { AnyArea, Job } from './area';

/**
 * Tells of what is waiting in the outbox, and of each message with many recipients in turns, between which the outbox is looked at again: what
 * concerns few never waits for what concerns many; last to phones, which wait for WeChat and for who carries texts. Answers how many events were told.
 */
export async function deliverWaiting(home: Home, areas: readonly AnyArea[], worker?: Worker): Promise<number> {
  const tell = makeTell(areas);
  const turn = makeFanOut(home, audiencesOf(areas));
  let told = 0;
  do told += await deliver(home, tell, worker);
  while (!worker?.stopping?.aborted && (await turn()));
  await sendWaiting(home, worker?.stopping);
  const books = areas.flatMap(({ phoneBooks = [] }) => phoneBooks);
  await sendTexts(home, books, worker?.stopping);
  return told;
}

/**
 * Takes back what a host was about when it was killed. Only for one that has its folder, and so its files, to itself.
 * @param name that host's, the same after a restart
 */
export async function takeBack(home: Home, areas: readonly AnyArea[], name: string): Promise<void> {
  await freeLeases(home, name);
  for (const area of areas) await area.takeBack?.(home);
}

const retentionMs = 3_600_000;

/**
 * Makes the function that does everything due: the areas' jobs in the areas' order, the outbox, seals, once a day the telling of the
 * newest, once an hour the hourly jobs and what is to be forgotten, and last what many are told, since that may outlast the function. One
 * part that fails does not hold up the others; it is logged and tried again at the next tick. A worker that is to stop begins no further
 * part.
 */
export function makeTick(home: Home, areas: readonly AnyArea[], worker?: Worker): () => Promise<void> {
  const jobs: readonly Job[] = areas.flatMap((area) => area.jobs ?? []);
  const tell = makeTell(areas);
  const retention = areas.flatMap((area) => area.retention ?? []);
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
    for (const { name, run } of jobs.filter(({ hourly }) => !hourly)) await part(name, () => run(home));
    await part('deliver', () => deliver(home, tell, worker));
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
      for (const { name, run } of jobs.filter(({ hourly }) => hourly)) await part(name, () => run(home));
      await part('forgetOldRows', () => forgetOldRows(home, retention));
    }
    await part('fanOut', () => deliverWaiting(home, areas, worker));
  };
}
