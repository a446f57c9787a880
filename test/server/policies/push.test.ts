import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting, makeTick } from '../../../cloudfunctions/core/line/tick';
import { deliver, freeLeases } from '../../../cloudfunctions/core/platform/deliver';
import { emit } from '../../../cloudfunctions/core/platform/outbox';
import { noteApplied } from '../../../cloudfunctions/core/policies/moves';
import { remindOfEndings } from '../../../cloudfunctions/core/policies/push/ending';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import type { Home } from '../../../cloudfunctions/core/rpc/home';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { makeFanOut } from '../../../cloudfunctions/core/telling/fan-out';
import { forgetMessages } from '../../../cloudfunctions/core/telling/personal';
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

/** All that a worker does of it, in chunks of so many, of twice as many who are looked at. */
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
    await work({ ...server.home, db: dying.db }, 20).catch(() => undefined);
    const survived = dying.asked() < n;
    await freeLeases(server.home, worker.name);
    server.clock.pass(31 * 60_000);
    await work(server.home, 20);
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
  await Promise.all([work(server.home, 10), work(server.home, 10)]);
  await server.db.updateTable('outbox').set({ delivered_at: null }).where('subject', '=', 'policy:twice').execute();
  await Promise.all([work(server.home, 10), work(server.home, 10)]);
  const told = await toldOf('twice');
  expect(told['policy.published']).toEqual(await firms(0, 50, 'start_up'));
  expect(told['policy.published.perhaps']).toEqual(await firms(0, 50, 'idea_team'));
  expect(server.faults).toEqual([]);
});

test('whoever comes to be meant by the other wording meanwhile is told once', async () => {
  await publishVersion(server, { code: 'meanwhile', version: 6, definition: smallFirms(50) });
  await deliver(server.home, makeTell(areas), worker);
  const turn = makeFanOut(server.home, audiences, 1000);
  await turn();
  const [[first = '', [one = ''] = []] = []] = Object.entries(await toldOf('meanwhile'));
  const say = (group: string) =>
    sql`update person_facts set facts = facts || jsonb_build_object('group', ${group}::text) where person_id = ${one}`.execute(
      server.db,
    );
  const [was, other] = first.endsWith('perhaps') ? ['idea_team', 'start_up'] : ['start_up', 'idea_team'];
  await say(other);
  while (await turn());
  await say(was);
  const told = Object.entries(await toldOf('meanwhile')).filter(([, people]) => people.includes(one));
  expect(told.map(([notice]) => notice)).toEqual([first]);
});

test('a message that is forgotten while it is being told leaves nothing behind', async () => {
  const { rows } = await sql<{ id: string; about: string }>`select m.id, m.about from message m
    where m.policy_code = 'firms' order by m.id limit 1`.execute(server.db);
  const [{ id, about } = { id: '', about: '' }] = rows;
  let forgetting = Promise.resolve(0);
  // As a turn of the fan-out: it holds the message and lays it into an inbox.
  await server.db.transaction().execute(async (tx) => {
    await sql`select from message where id = ${id} for update`.execute(tx);
    forgetting = forgetMessages(server.db, [about], sql`m.id = ${id}::uuid`);
    await Promise.race([forgetting, pause(50)]);
    await sql`insert into delivery (person_id, message_id) values (${personaId('city')}, ${id})`.execute(tx);
  });
  expect(await forgetting).toBe(1);
  const left =
    await sql`select from delivery d where not exists (select from message m where m.id = d.message_id)`.execute(
      server.db,
    );
  expect(left.rows).toEqual([]);
});

const shanghai = (text: string) => Date.parse(`${text}:00+08:00`);
const applied = (person: string, code: string) =>
  noteApplied(makeCall(server.home, server.db, null, server.clock.now()), code, person);
const endingsTold = async () =>
  await lyingInInboxes(server.db)
    .select(['m.id', 'm.title', 'm.body', 'm.link', 'm.policy_code', 'd.person_id'])
    .where('m.notice', '=', 'policy.expiring')
    .orderBy('m.id')
    .orderBy('d.person_id')
    .execute();

test('a policy that ends soon: whom it concerns and who has not applied, on the day that the edition says, by day, once, together one message', async () => {
  const before = server.clock.now();
  const right = await firms(0, 50, 'start_up');
  const [done = '', late = '', ...rest] = right;
  const published = (code: string, lastDay: string, version = 6) =>
    publishVersion(server, { code, version, definition: smallFirms(50), lastDay });
  await published('ends', '2026-12-20');
  // What comes with the product, what is followed by another version, what has no near end, and what it does not concern.
  for (const code of ['ends-shipped', 'ends-followed']) await published(code, '2026-12-20');
  await published('ends-followed', '2027-12-31', 7);
  await sql`update policy_version set published_by = null where code = 'ends-shipped'`.execute(server.db);
  await deliverWaiting(server.home, areas);
  await applied(done, 'ends');
  await applied(late, 'ends-other');

  const at = async (text: string) => {
    server.clock.set(shanghai(text));
    return remindOfEndings(server.home);
  };
  expect([await at('2026-12-04T20:59'), await at('2026-12-05T07:59'), await at('2026-12-05T21:00')]).toEqual([0, 0, 0]);
  server.clock.set(shanghai('2026-12-05T08:00'));
  const found = await Promise.all([1, 2, 3].map(() => remindOfEndings(server.home)));
  expect(found.sort()).toEqual([0, 0, 1]);
  // Judged at the moment of the telling.
  await applied(late, 'ends');
  await server.db
    .insertInto('phone_quota')
    .values(rest.flatMap((person_id) => [{ person_id, purpose: 'reminder', left_over: 1 }]))
    .execute();
  await deliverWaiting(server.home, areas);
  const told = await endingsTold();
  expect(told.map(({ person_id }) => person_id)).toEqual(rest);
  expect(told[0]).toMatchObject({
    title: '您符合条件的政策快到期',
    body: '按现有资料您符合“小企业补贴”，12月20日（周日）24:00 到期，过后不再受理。点开看怎么办理。',
    link: '/packages/open/policy/index?code=ends',
    policy_code: 'ends',
  });
  const phones = () =>
    server.db
      .selectFrom('phone_message')
      .select(['person_id', 'purpose', 'state'])
      .where('message_id', '=', told[0]?.id ?? '')
      .orderBy('person_id')
      .execute();
  expect(await phones()).toEqual(rest.map((person_id) => ({ person_id, purpose: 'reminder', state: 'waiting' })));
  expect([await at('2026-12-05T09:00'), await at('2026-12-04T09:00'), await at('2026-12-07T09:00')]).toEqual([0, 0, 0]);

  // After an outage two that end are one message, and what was published after its stage told of its end itself.
  server.clock.set(shanghai('2026-12-08T09:00'));
  for (const code of ['ends-b', 'ends-c']) await published(code, code === 'ends-b' ? '2026-12-25' : '2026-12-26');
  await published('ends-late', '2026-12-20');
  await deliverWaiting(server.home, areas);
  await applied(done, 'ends-b');
  for (const code of ['ends-b', 'ends-c']) await applied(late, code);
  expect(await at('2026-12-13T09:00')).toBe(2);
  await deliverWaiting(server.home, areas);
  const pile = (await endingsTold()).slice(told.length);
  expect(pile.map(({ person_id }) => person_id)).toEqual([done, ...rest].sort());
  expect(pile[0]).toMatchObject({
    body: '“小企业补贴”等 2 项政策快到期，其中有您符合的，最早12月25日（周五）24:00。点开看怎么办理。',
    link: '/pages/policies/index',
    policy_code: null,
  });
  expect(new Set(pile.map(({ id }) => id)).size).toBe(1);

  // Killed before every single statement, from the finding on.
  let n = 1;
  for (let survived = false; !survived; n += 1) {
    const code = `ends-killed-${n}`;
    await published(code, '2026-12-27');
    await sql`update policy_version set published_at = '2026-11-01' where code = ${code}`.execute(server.db);
    await deliverWaiting(server.home, areas);
    const dying = dyingAt(server.db, n);
    const home = { ...server.home, db: dying.db };
    await remindOfEndings(home)
      .then(() => work(home, 20))
      .catch(() => undefined);
    survived = dying.asked() < n;
    await freeLeases(server.home, worker.name);
    server.clock.pass(31 * 60_000);
    if (server.clock.now() > shanghai('2026-12-13T20:00')) server.clock.set(shanghai('2026-12-14T09:00'));
    await remindOfEndings(server.home);
    await work(server.home, 20);
    expect([n, (await toldOf(code))['policy.expiring']]).toEqual([n, right]);
  }
  expect(n).toBeGreaterThan(10);
  server.faults.length = 0;
  server.clock.set(before);
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
  // Nor is anything read in which an application or a form keeps such an answer.
  expect(asked.filter((text) => /(from|join) (section|sealed_value|snapshot|application)\b/.test(text))).toEqual([]);
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
      groups: [{ zh: '符合或可能符合', counts: { reached: 13, read: 0, opened: 0, applied: 0, ...merged } }],
    },
  ]);
  await server.ask(one, 'policies/opened', { code: 'leak' });
  await server.ask(one, 'policies/opened', { code: 'leak' });
  await server.ask(last, 'policies/opened', { code: 'leak' });
  await server.ask(one, 'notices/markAllRead');
  // Whoever applied under another policy, or was not told of this one, has not acted on it.
  const [, other = ''] = ids;
  await applied(one, 'leak');
  await applied(other, 'ends');
  await applied(personaId('entrant-new'), 'leak');
  expect((await seen())[0]?.groups[0]?.counts).toEqual({ reached: 13, read: 1, opened: 2, applied: 1, ...merged });
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
  const told = await passports();
  expect(told).toHaveLength(1);
  expect(told[0]).toEqual({
    title: '获奖认领已确认，您新符合 1 项政策',
    body: '“蒲县山货直供”的一等奖已记在您名下，新符合 1 项政策。点开看条件。',
  });
  await server.db.updateTable('outbox').set({ delivered_at: null }).where('event', '=', 'award.claimed').execute();
  await deliverWaiting(server.home, areas);
  expect(await passports()).toEqual(told);
  expect(server.faults).toEqual([]);
});
