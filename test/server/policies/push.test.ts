import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliver, freeLeases } from '../../../cloudfunctions/core/platform/deliver';
import { emit } from '../../../cloudfunctions/core/platform/outbox';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import type { Home } from '../../../cloudfunctions/core/rpc/home';
import { deliverWaiting, makeTick } from '../../../cloudfunctions/core/rpc/tick';
import { makeFanOut } from '../../../cloudfunctions/core/telling/fan-out';
import { audiencesOf, makeTell } from '../../../cloudfunctions/core/telling/tell-events';
import { insertAwards } from '../../support/award-rows';
import { dyingAt } from '../../support/dying-database';
import { submittedEntry } from '../../support/entry-factory';
import { lyingInInboxes } from '../../support/inboxes';
import { everyFirm, knowPeople, publishVersion, smallFirms } from '../../support/policies/publish';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await sql`delete from person_facts`.execute(server.db);
  await knowPeople(server, everyFirm(2));
});
afterAll(() => server.close());

const audiences = audiencesOf(areas);
const worker = { name: 'the worker' };

type Told = {
  tellings: Array<{
    zh: string;
    version: number;
    underWay: boolean;
    groups: Array<{ zh: string; counts: object | null }>;
  }>;
};

/** Whom a policy was told to, by notice. */
async function toldOf(code: string): Promise<Record<string, string[]>> {
  const rows = await lyingInInboxes(server.db)
    .select(['m.notice', 'd.person_id'])
    .where('m.policy_code', '=', code)
    .orderBy('d.person_id')
    .execute();
  const told: Record<string, string[]> = {};
  for (const { notice, person_id } of rows) told[notice] = [...(told[notice] ?? []), person_id];
  return told;
}

/** Written by hand, and nothing of the compiler's. */
async function firms(least: number, most: number, group: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select person_id as id from person_facts where facts ->> 'registered' = 'true'
    and (facts ->> 'employees')::int between ${least} and ${most} and facts ->> 'group' = ${group} order by person_id`.execute(
    server.db,
  );
  return rows.map(({ id }) => id);
}

/** All that a worker does of it, in chunks of so many. */
async function work(home: Home, size: number): Promise<void> {
  await deliver(home, makeTell(areas), worker);
  const turn = makeFanOut(home, audiences, size);
  while (await turn());
}

test('publishing tells those of whom it holds, amending those of whom it holds now and did not; the others who may fit in other words', async () => {
  const [agreed = '', refused = ''] = await firms(0, 20, 'start_up');
  await server.db
    .insertInto('phone_quota')
    .values([
      { person_id: agreed, purpose: 'policy', left_over: 1 },
      { person_id: refused, purpose: 'entryResult', left_over: 1 },
    ])
    .execute();
  await publishVersion(server, { code: 'firms', version: 6, definition: smallFirms(20) });
  await deliverWaiting(server.home, areas);
  const first = await toldOf('firms');
  expect(Object.keys(first).sort()).toEqual(['policy.published', 'policy.published.perhaps']);
  expect(first['policy.published']).toEqual(await firms(0, 20, 'start_up'));
  expect(first['policy.published.perhaps']).toEqual(await firms(0, 20, 'idea_team'));
  expect(first['policy.published']).toHaveLength(2);
  expect(await server.db.selectFrom('phone_message').select(['person_id', 'purpose', 'state']).execute()).toEqual([
    { person_id: agreed, purpose: 'policy', state: 'waiting' },
  ]);

  await sql`update policy_version set effective_to = '2026-11-30' where code = 'firms'`.execute(server.db);
  await publishVersion(server, { code: 'firms', version: 7, amends: 6, definition: smallFirms(50) });
  await deliverWaiting(server.home, areas);
  const second = await toldOf('firms');
  expect(second['policy.amended']).toEqual(await firms(21, 50, 'start_up'));
  expect(second['policy.amended.perhaps']).toEqual(await firms(21, 50, 'idea_team'));
  expect({ ...second, 'policy.amended': null, 'policy.amended.perhaps': null }).toEqual({
    ...first,
    'policy.amended': null,
    'policy.amended.perhaps': null,
  });
  const { rows } = await sql<{ title: string; body: string; link: string }>`select title, body, link from message
    where policy_version = 7 order by notice`.execute(server.db);
  expect(rows).toEqual([
    {
      title: '一项政策有改动，您现在符合条件',
      body: '“小企业补贴”改了条件。自2027年1月1日起执行。按现有资料，您各项条件都符合。点开看依据和怎么办理。',
      link: '/packages/open/policy/index?code=firms',
    },
    {
      title: '一项政策有改动，您可能符合条件',
      body: '“小企业补贴”改了条件。自2027年1月1日起执行。有的条件在申请时才问，其余按现有资料都符合。点开看条件。',
      link: '/packages/open/policy/index?code=firms',
    },
  ]);
  expect(server.faults).toEqual([]);
});

test('what comes with the product is told to nobody', async () => {
  await makeTick(server.home, areas)();
  const { rows } = await sql<{ code: string }>`select distinct policy_code as code from message
    where policy_code is not null`.execute(server.db);
  expect(rows.filter(({ code }) => code !== 'firms')).toEqual([]);
});

test('a worker killed before every single statement: whoever is to be told is told once', async () => {
  const [right, perhaps] = [await firms(0, 50, 'start_up'), await firms(0, 50, 'idea_team')];
  expect([right.length, perhaps.length]).toEqual([4, 4]);
  let steps = 0;
  for (let n = 1; ; n += 1) {
    const code = `killed-${n}`;
    await publishVersion(server, { code, version: 6, definition: smallFirms(50) });
    const dying = dyingAt(server.db, n);
    await work({ ...server.home, db: dying.db }, 3).catch(() => undefined);
    const survived = dying.asked() < n;
    await freeLeases(server.home, worker.name);
    server.clock.pass(31 * 60_000);
    await work(server.home, 3);
    const told = await toldOf(code);
    expect([n, told['policy.published'], told['policy.published.perhaps']]).toEqual([n, right, perhaps]);
    steps = n;
    if (survived) break;
  }
  expect(steps).toBeGreaterThan(15);
  server.faults.length = 0;
});

test('two workers at once, and the event told again: everyone once', async () => {
  await publishVersion(server, { code: 'twice', version: 6, definition: smallFirms(50) });
  await Promise.all([work(server.home, 1), work(server.home, 1)]);
  await server.db.updateTable('outbox').set({ delivered_at: null }).where('subject', '=', 'policy:twice').execute();
  await Promise.all([work(server.home, 1), work(server.home, 1)]);
  const told = await toldOf('twice');
  expect(told['policy.published']).toEqual(await firms(0, 50, 'start_up'));
  expect(told['policy.published.perhaps']).toEqual(await firms(0, 50, 'idea_team'));
  expect(server.faults).toEqual([]);
});

test('a sensitive condition: no statement asks of it, everybody reads the same words, and staff’s numbers do not tell it', async () => {
  const many = everyFirm(1).filter(
    ({ registered, employees, group }) => registered && employees === 10 && group !== undefined,
  );
  // Twelve who fit by what is known, and one of whom the sensitive answer stands open.
  const fit = many.filter(({ group }) => group === 'start_up').flatMap((one) => Array.from({ length: 12 }, () => one));
  const [open = {}] = many.filter(({ group }) => group === 'idea_team');
  await sql`delete from person_facts`.execute(server.db);
  const ids = await knowPeople(server, [...fit, open]);
  const asked: string[] = [];
  const watching = server.db.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(JSON.stringify(node));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await publishVersion(server, { code: 'leak', version: 6, definition: smallFirms(50) });
  await work({ ...server.home, db: watching }, 5);
  // The rule is read as data; what is asked of people names no such fact, and nobody's row has one.
  expect(asked.filter((text) => text.includes('person_facts') && text.includes('keyGroup'))).toEqual([]);
  expect(asked.some((text) => text.includes('person_facts'))).toBe(true);
  const told = await toldOf('leak');
  expect([told['policy.published']?.length, told['policy.published.perhaps']]).toEqual([12, ids.slice(-1)]);
  const { rows } = await sql<{
    text: string;
  }>`select title || body || coalesce(phone_fields::text, '') as text from message
    where policy_code = 'leak'`.execute(server.db);
  expect(rows.filter(({ text }) => /残疾|刑满|低保|困难|keyGroup/.test(text))).toEqual([]);

  const [one = '', last = ''] = [ids[0], ids.at(-1)];
  const seen = async () => (await server.ask<Told>('city', 'policies/told', { code: 'leak' })).tellings;
  const merged = { phoneSent: 0, phoneWaiting: 0, failed: [] };
  expect((await seen()).map(({ zh, version, underWay, groups }) => ({ zh, version, underWay, groups }))).toEqual([
    {
      zh: '发布',
      version: 6,
      underWay: false,
      groups: [{ zh: '符合或可能符合', counts: { reached: 13, read: 0, opened: 0, ...merged } }],
    },
  ]);
  await server.ask(one, 'policies/opened', { code: 'leak' });
  await server.ask(one, 'policies/opened', { code: 'leak' });
  await server.ask(last, 'policies/opened', { code: 'leak' });
  await server.ask(one, 'notices/markAllRead');
  expect((await seen())[0]?.groups[0]?.counts).toEqual({ reached: 13, read: 1, opened: 2, ...merged });
  expect((await server.call('clerk-puxian-1', 'policies/told', { code: 'leak' })).status).toBe(403);
  expect((await server.call('city', 'policies/told', { code: 'none' })).status).toBe(404);
});

test('an award that is confirmed tells its winner once of all that it opens', async () => {
  const entry = await submittedEntry(server);
  await insertAwards(server, [entry.entryId], 'first');
  const { id: awardId } = await server.db.selectFrom('award').select('id').executeTakeFirstOrThrow();
  const award = { awardId, personId: entry.leader };
  const won = { fact: 'awardCancelled', op: 'is', value: false, zh: '获奖', basis: '试验' } as const;
  const definition = { rule: won, parameters: [], benefits: [], examples: [] };
  await publishVersion(server, { code: 'winners', version: 6, definition });
  const call = makeCall(server.home, server.db, null, server.clock.now());
  await emit(call, 'award.claimed', `award:${award.awardId}`, {
    ...award,
    claimId: award.awardId,
    entryId: award.awardId,
    regionId: '141033',
    title: '蒲县山货直供',
    awardZh: '一等奖',
  });
  const passports = () =>
    lyingInInboxes(server.db)
      .select(['m.title', 'm.body'])
      .where('d.person_id', '=', award.personId)
      .where('m.notice', '=', 'award.passport')
      .execute();
  await deliverWaiting(server.home, areas);
  await deliverWaiting(server.home, areas);
  const told = await passports();
  expect(told).toHaveLength(1);
  expect(told[0]?.title).toBe('获奖后，您符合 1 项政策');
  await server.db.updateTable('outbox').set({ delivered_at: null }).where('event', '=', 'award.claimed').execute();
  await deliverWaiting(server.home, areas);
  await deliverWaiting(server.home, areas);
  expect(await passports()).toEqual(told);
  expect(server.faults).toEqual([]);
});
