/**
 * A worker that is killed before every single statement of a fan-out of a policy to 1,000 of 2,000 people, and goes on after it: each time every
 * recipient has one message, nobody else has any, and each phone that was agreed to waits once. Usage: `npm run trial:push`.
 */
import { sql } from 'kysely';
import { areas } from '../../cloudfunctions/core/areas';
import { deliver, freeLeases } from '../../cloudfunctions/core/platform/deliver';
import type { Home } from '../../cloudfunctions/core/rpc/home';
import { makeFanOut } from '../../cloudfunctions/core/telling/fan-out';
import { audiencesOf, makeTell } from '../../cloudfunctions/core/telling/tell-events';
import { openStages } from '../bench/stage';
import { dyingAt } from '../support/dying-database';
import { knowPeople, publishVersion, smallFirms } from '../support/policies/publish';
import { freshServer, type TestServer } from '../support/server';

const recipients = 1000;
/** Of whom as many are told by other words, and as many fit nothing. */
const people = 2 * recipients;
const turn = 125;
const worker = { name: 'the worker' };
const patienceMs = 31 * 60_000;

async function work(home: Home): Promise<void> {
  await deliver(home, makeTell(areas), worker);
  const next = makeFanOut(home, audiencesOf(areas), turn);
  while (await next());
}

/** Half of them fit, of half of these a sensitive answer stands open; who fits for certain agreed to a message on the phone. */
async function arrange(server: TestServer): Promise<void> {
  await sql`delete from person_facts`.execute(server.db);
  const firm = (n: number) => ({
    registered: true,
    employees: n % 2 === 0 ? 10 : 80,
    group: n % 4 === 0 ? 'start_up' : 'idea_team',
  });
  await knowPeople(
    server,
    Array.from({ length: people }, (_, n) => firm(n)),
  );
  await sql`insert into phone_quota (person_id, purpose, left_over)
    select person_id, 'policy', 10000 from person_facts where facts ->> 'group' = 'start_up'`.execute(server.db);
}

type Found = { right: number; wrong: number; twice: number; phones: number; unfinished: number };

/** Against who should be told, written by hand. */
async function look({ db }: TestServer, code: string): Promise<Found> {
  const { rows } = await sql<Found>`
    with fits as (select person_id, case facts ->> 'group' when 'start_up' then 'policy.published' else 'policy.published.perhaps' end as notice
        from person_facts where (facts ->> 'employees')::int <= 50),
      told as (select d.person_id, m.notice from delivery d join message m on m.id = d.message_id where m.policy_code = ${code})
    select (select count(*)::int from fits f where (select count(*) from told t where (t.person_id, t.notice) = (f.person_id, f.notice)) = 1) as right,
      (select count(*)::int from told t where not exists (select from fits f where (f.person_id, f.notice) = (t.person_id, t.notice))) as wrong,
      (select count(*)::int from (select from told group by person_id having count(*) > 1) t) as twice,
      (select count(*)::int from phone_message p join message m on m.id = p.message_id where m.policy_code = ${code}) as phones,
      (select count(*)::int from message where fan_after is not null) as unfinished`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('PostgreSQL answered nothing');
  return found;
}

const wanted: Found = { right: recipients, wrong: 0, twice: 0, phones: recipients / 2, unfinished: 0 };

async function main(): Promise<void> {
  const began = performance.now();
  const { close } = await openStages();
  const server = await freshServer();
  try {
    await arrange(server);
    let broken = 0;
    let n = 1;
    for (let survived = false; !survived; n += 1) {
      const code = `killed-${n}`;
      await publishVersion(server, { code, version: 6, definition: smallFirms(50) });
      const dying = dyingAt(server.db, n);
      await work({ ...server.home, db: dying.db }).catch(() => undefined);
      survived = dying.asked() < n;
      await freeLeases(server.home, worker.name);
      server.clock.pass(patienceMs);
      await work(server.home);
      const found = await look(server, code);
      if (JSON.stringify(found) !== JSON.stringify(wanted)) {
        broken += 1;
        console.log(`killed before statement ${n}: ${JSON.stringify(found)}`);
      }
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(
      `${n - 2} kills, one before each statement, of ${recipients} recipients among ${people} people, in ${seconds} s; told wrongly, twice or not at all after ${broken} of them`,
    );
    if (broken > 0) process.exitCode = 1;
  } finally {
    await server.close();
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
