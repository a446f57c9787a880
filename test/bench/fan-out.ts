import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { areas } from '../../cloudfunctions/core/areas';
import { emit } from '../../cloudfunctions/core/platform/outbox';
import { makeCall } from '../../cloudfunctions/core/rpc/call';
import { startWorkerLoop } from '../../cloudfunctions/host/worker-loop';
import { samplePhase } from '../../src/shared/competition/notice';
import { addStaff } from '../support/crowd';
import { filledDraft } from '../support/entry-factory';
import type { TestServer } from '../support/server';
import { count, holds, kb, ms, table } from './figures';
import { p50, p95 } from './samples';

export type FanOut = {
  recipients: number;
  /** From the event to the last recipient, in seconds. */
  seconds: number;
  /** How long each entry's notice took that was sent in meanwhile, from its answer, in milliseconds. */
  meanwhile: number[];
  /** What the process held more at its most than before, in bytes. */
  grown: number;
};

const recipients = 100_000;
const contest = { contestId: 'LF-XH-2026-141033', regionId: '141033' };
const elsewhere = '141002';
/** More than are submitted while it lasts. */
const drafts = 40;

/**
 * One notice to 100,000 people, told by the host's own loop, while entries of another region are submitted one after another.
 * @param server on which nobody else works
 */
export async function measureFanOut(server: TestServer): Promise<FanOut> {
  await addStaff(server.db, recipients, contest.regionId);
  await sql`vacuum analyze`.execute(server.db);
  const ready = [];
  for (let n = 0; n < drafts; n += 1) ready.push(await filledDraft(server, { region: elsewhere }));
  const loop = startWorkerLoop(server.home, areas, () => async () => undefined, 3_600_000);
  server.home.wake = loop.wake;
  loop.wake();
  await loop.tick();

  const before = process.memoryUsage().rss;
  let most = before;
  const began = performance.now();
  const call = makeCall(server.home, server.db, null, server.clock.now());
  await emit(call, 'phase.opened', `contest:${contest.contestId}`, {
    ...samplePhase,
    ...contest,
  });
  loop.wake();
  const meanwhile: number[] = [];
  for (let seconds = 0; ; await pause(5)) {
    seconds = (performance.now() - began) / 1000;
    most = Math.max(most, process.memoryUsage().rss);
    if (await isDone(server)) {
      await loop.stop();
      return { recipients, seconds, meanwhile, grown: most - before };
    }
    const draft = ready.pop();
    if (draft === undefined) continue;
    await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
    const sent = performance.now();
    while (!(await isTold(server, draft.leader))) await pause(5);
    meanwhile.push(performance.now() - sent);
  }
}

/** Everybody was told. */
async function isDone({ db }: TestServer): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select exists (select from message
    where notice = 'phase.opened' and fan_after is null) as done`.execute(db);
  return rows[0]?.done ?? false;
}

async function isTold({ db }: TestServer, personId: string): Promise<boolean> {
  const told = await db.selectFrom('delivery').select('message_id').where('person_id', '=', personId).execute();
  return told.length > 0;
}

export const fanOutHeading = '## Telling many';

/** The section of the page. */
export function fanOutSection({ recipients, seconds, meanwhile, grown }: FanOut): string {
  const slowest = Math.max(...meanwhile);
  return `${fanOutHeading}

One notice to ${count(recipients)} people, told by the host's own loop, and entries submitted one after another meanwhile (${meanwhile.length}): how long after
its answer each one's notice lay in the inbox. Memory: how much more the process held at its most.

${table(
  ['recipients', 'seconds', '≤ 5 s', "an entry's notice meanwhile", '≤ 2 s', 'memory'],
  [
    [
      count(recipients),
      seconds.toFixed(1),
      holds(seconds <= 5),
      `${ms(p50(meanwhile))} / ${ms(p95(meanwhile))}, at most ${ms(slowest)}`,
      holds(slowest <= 2000),
      kb(grown),
    ],
  ],
)}
`;
}
