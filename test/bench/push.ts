import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { areas } from '../../cloudfunctions/core/areas';
import { type Db, openDatabase, unhurried } from '../../cloudfunctions/core/platform/db';
import { startWorkerLoop } from '../../cloudfunctions/host/worker-loop';
import { filledDraft } from '../support/entry-factory';
import { fixedNow } from '../support/fixed-clock';
import { publishVersion, smallFirms } from '../support/policies/publish';
import type { TestServer } from '../support/server';
import { count, holds, kb, ms, table } from './figures';

export type Push = {
  people: number;
  recipients: number;
  /** From the event to the last inbox row, in seconds. */
  seconds: number;
  /** How long each entry's notice took that was sent in meanwhile, in milliseconds. */
  meanwhile: number[];
  /** What the process held more at its most than before, in bytes. */
  grown: number;
};

const rowsAStatement = 10_000;

/** A pool on the same database that no patience of a call's ends. */
async function unhurriedOn({ db }: TestServer): Promise<Db> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const url = new URL(process.env.XINGHUO_TEST_PG ?? '');
  url.pathname = `/${rows[0]?.name}`;
  return openDatabase(url.toString(), 1, unhurried);
}

/** So many people, spread evenly: of one in `few` `smallFirms(20)` holds, of one in `many` `smallFirms(50)`. */
export async function fillPeople(server: TestServer, people: number, few: number, many: number): Promise<void> {
  const db = await unhurriedOn(server);
  for (let done = 0; done < people; done += rowsAStatement) {
    await sql`with crowd as (select n, ('01940000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id
        from generate_series(${done + 1}::int, ${Math.min(done + rowsAStatement, people)}::int) n),
      made as (insert into person (id, display_name, created_at) select id, '某人', to_timestamp(${fixedNow / 1000}) from crowd)
      insert into person_facts (person_id, facts) select id, jsonb_build_object('registered', true, 'group', 'start_up',
        'track', 'silver_economy', 'age', '1990-03', 'registrationDate', '2025-03-03', 'awardCancelled', false,
        'employees', case when mod(n, ${few}::int) = 0 then 10 when mod(n, ${many}::int) = 0 then 40 else 80 end) from crowd`.execute(
      db,
    );
  }
  await sql`vacuum analyze`.execute(db);
  await db.destroy();
}

/**
 * One policy told by the host's own loop, while entries are submitted one after another.
 * @param most the largest firm that it is for
 * @param drafts more than are submitted while it lasts
 */
export async function measurePush(server: TestServer, people: number, most: number, drafts: number): Promise<Push> {
  const code = `bench-${most}`;
  const ready = [];
  for (let n = 0; n < drafts; n += 1) ready.push(await filledDraft(server, { region: '141002' }));
  const loop = startWorkerLoop(server.home, areas, () => async () => undefined, 3_600_000);
  server.home.wake = loop.wake;
  await loop.tick();
  const before = process.memoryUsage().rss;
  let held = before;
  await publishVersion(server, { code, version: 6, definition: smallFirms(most) });
  const began = performance.now();
  loop.wake();
  const meanwhile: number[] = [];
  for (;;) {
    held = Math.max(held, process.memoryUsage().rss);
    if (await isDone(server, code)) break;
    const draft = ready.pop();
    if (draft === undefined) {
      await pause(20);
      continue;
    }
    await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version: 1 });
    const sent = performance.now();
    while (!(await isTold(server, draft.leader))) await pause(5);
    meanwhile.push(performance.now() - sent);
  }
  const seconds = (performance.now() - began) / 1000;
  await loop.stop();
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from delivery d join message m on m.id = d.message_id
    where m.policy_code = ${code}`.execute(server.db);
  return { people, recipients: rows[0]?.n ?? 0, seconds, meanwhile, grown: held - before };
}

async function isDone({ db }: TestServer, code: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select count(*) = 2 and bool_and(fan_after is null) as done from message
    where policy_code = ${code}`.execute(db);
  return rows[0]?.done ?? false;
}

async function isTold({ db }: TestServer, personId: string): Promise<boolean> {
  const told = await db.selectFrom('delivery').select('message_id').where('person_id', '=', personId).execute();
  return told.length > 0;
}

export const pushHeading = '## A policy told to whom it concerns';

/** The section of the page. */
export const pushSection = (all: readonly Push[]): string => `${pushHeading}

A policy is published; whom it concerns is asked of everybody's facts, chunk by chunk, and told by the host's own loop, while entries are submitted one after
another: how long after its answer each one's notice lay in the inbox. Memory: how much more the process held at its most.

${table(
  ['people', 'recipients', 'seconds', '100,000 ≤ 5 s', "an entry's notice meanwhile, at most", '≤ 2 s', 'memory'],
  all.map(({ people, recipients, seconds, meanwhile, grown }) => {
    const slowest = Math.max(0, ...meanwhile);
    return [
      count(people),
      count(recipients),
      seconds.toFixed(1),
      recipients === 100_000 ? holds(seconds <= 5) : '',
      meanwhile.length === 0 ? '' : ms(slowest),
      meanwhile.length === 0 ? '' : holds(slowest <= 2000),
      kb(grown),
    ];
  }),
)}
`;
