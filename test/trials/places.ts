/**
 * `npm run trial:places`: no two tenants in a place, whatever comes at once. A hundred offers at the same instant for three places, three times over; then
 * 500 random acts at the server, which come to the same as by the rules alone after each.
 */
import { sql } from 'kysely';
import { areas } from '../../cloudfunctions/core/areas';
import { makeTick } from '../../cloudfunctions/core/line/tick';
import { incubator } from '../../cloudfunctions/core/seeds/organisations';
import { openStages } from '../bench/stage';
import { insertWaiting, sharedPlaces, withSites } from '../support/incubation';
import { actsAgree, offersAtOnce } from '../support/place-acts';
import { freshServer, type TestServer } from '../support/server';
import { makeRandom } from './random';

const rounds = [
  ['A01', 'A02', 'A03'],
  ['A04', 'A05', 'A06'],
  ['A07', 'A08', 'A09'],
] as const;

/** A hundred people of the incubator: one alone may not ask so often. */
async function makeOperators({ db, clock }: TestServer): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with people as (insert into person (id, display_name, created_at)
        select gen_random_uuid(), '孵化基地人员 ' || n, ${new Date(clock.now())} from generate_series(1, 100) n returning id),
      grants as (insert into role_grant (id, person_id, role, scope_kind, organisation_id, given_at)
        select gen_random_uuid(), id, 'incubatorOperator', 'organisation', ${incubator.id}::uuid, ${new Date(clock.now() - 1000)} from people)
    select id from people`.execute(db);
  return rows.map(({ id }) => id);
}

async function crowds(): Promise<string[]> {
  const server = await freshServer();
  try {
    await withSites(server);
    await insertWaiting(server, Array(100).fill(3), server.clock.now());
    const operators = await makeOperators(server);
    const faults: string[] = [];
    for (const codes of rounds) {
      const began = performance.now();
      const counts = await offersAtOnce(server, 100, codes, operators);
      console.log(
        `100 at once for ${codes.join(', ')}: ${JSON.stringify(counts)}, ${Math.round(performance.now() - began)} ms`,
      );
      // On a slow machine some are told to come again; nobody is told anything else.
      const { 200: made, INCUBATION_PLACE_TAKEN: late = 0, BUSY: busy = 0 } = counts;
      if (made !== 3 || late + busy !== 97) faults.push(`not three of ${codes.join(', ')}`);
    }
    if ((await sharedPlaces(server)) !== 0) faults.push('two were in a place at once');
    return faults;
  } finally {
    await server.close();
  }
}

async function acts(seed: number): Promise<string[]> {
  const server = await freshServer();
  try {
    await withSites(server);
    const difference = await actsAgree(server, makeTick(server.home, areas), makeRandom(seed), {
      acts: 500,
      people: 12,
    });
    console.log(`500 acts of seed ${seed}: ${difference ?? 'the server and the rules agree'}`);
    return [...(difference === null ? [] : [difference]), ...server.faults.map((fault) => JSON.stringify(fault))];
  } finally {
    await server.close();
  }
}

async function main(): Promise<void> {
  const { close } = await openStages();
  try {
    const faults = [...(await crowds()), ...(await acts(11))];
    for (const fault of faults) console.error(fault);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

void main();
