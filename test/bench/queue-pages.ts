import { Agent, request } from 'node:http';
import { sql } from 'kysely';
import { encodeCursor } from '../../cloudfunctions/core/platform/cursor';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import { contestId, currentEdition } from '../../cloudfunctions/core/seeds/editions';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { record, replay } from './record';
import { interleave, type Times } from './samples';
import type { Stage } from './stage';

export const pages = ['clerk, first page', 'clerk, middle page', 'city, first page', 'city, middle page'] as const;
export const ways = ['serve', 'HTTP', 'keyset query', 'all statements'] as const;
export type Page = (typeof pages)[number];
export type Way = (typeof ways)[number];

export const nameOf = (size: number, page: Page, way: Way): string => `${size}/${page}/${way}`;

const filterOf = (contest: string | null) => ({
  contestId: contest,
  state: 'waiting',
  trackCode: null,
  claimed: 'any' as const,
  overdue: false,
  q: '',
});
const agent = new Agent({ keepAlive: true });

/** The queue's pages at every size: through `serve`, over HTTP, and what they ask of the database by bare `pg`. */
export async function measureQueue(stages: readonly Stage[], rounds: number): Promise<Times> {
  const variants: Array<readonly [string, () => Promise<unknown>]> = [];
  for (const page of pages) for (const stage of stages) variants.push(...(await variantsOf(stage, page)));
  // A minute a round: nobody may ask more than 900 times in one.
  const times = await interleave(variants, rounds, 20, () => {
    for (const { server } of stages) server.clock.pass(60_000);
  });
  agent.destroy();
  return times;
}

async function variantsOf(stage: Stage, page: Page): Promise<Array<readonly [string, () => Promise<unknown>]>> {
  const { server, bare, size } = stage;
  const isClerk = page.startsWith('clerk');
  const persona = isClerk ? 'clerk-puxian-1' : 'city';
  const filter = filterOf(isClerk ? contestId(currentEdition, '141033') : null);
  const input = { filter, cursor: page.endsWith('middle page') ? await middleOf(stage, filter) : null };
  const token = await openSession(server.db, personaId(persona), server.clock.now(), server.home.random);
  const ask = () => server.ask<{ items: unknown[] }>(persona, 'screening/queue', input);
  const { items } = await ask();
  if (items.length === 0) throw new Error(`The ${page} of ${size} entries is empty.`);
  const statements = await record(ask);
  const keyset = statements.filter(({ text }) => text.includes('cross join lateral'));
  if (keyset.length !== 1) throw new Error('The queue no longer reads its page by one keyset query.');
  return [
    [nameOf(size, page, 'serve'), ask],
    [nameOf(size, page, 'keyset query'), () => replay(bare, keyset)],
    [nameOf(size, page, 'HTTP'), () => post(`${stage.address}/api/screening/queue`, token, input)],
    [nameOf(size, page, 'all statements'), () => replay(bare, statements)],
  ];
}

/** The cursor after which the second half of a queue begins. */
async function middleOf({ server }: Stage, filter: ReturnType<typeof filterOf>): Promise<string> {
  const queue = filter.contestId === null ? sql`true` : sql`contest_id = ${filter.contestId}`;
  const { rows } = await sql<{ review_due: string; id: string }>`select review_due, id from entry
    where review_due is not null and ${queue} order by review_due, id
    offset (select count(*) / 2 from entry where review_due is not null and ${queue}) limit 1`.execute(server.db);
  const [row] = rows;
  if (!row) throw new Error('There is no middle of an empty queue.');
  return encodeCursor(server.home.keys, filter, row.review_due, row.id);
}

/** One call over a kept connection; `fetch` would add its own cost to what is measured. */
function post(address: string, token: string, input: unknown): Promise<void> {
  const body = JSON.stringify(input);
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const call = request(address, { method: 'POST', agent, headers }, (answer) => {
      answer.on('data', () => undefined);
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(String(answer.statusCode)))));
    });
    call.on('error', reject);
    call.end(body);
  });
}
