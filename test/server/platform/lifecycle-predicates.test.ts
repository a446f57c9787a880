import { entryLifecycle } from '@shared/entry/lifecycle';
import type { AnyLifecycle, StateSpec } from '@shared/kernel/define-lifecycle';
import { enrolmentLifecycle } from '@shared/training/enrolment/lifecycle';
import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { lifecycles } from '../../../tools/docs/lifecycles';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** Which states an index or a check of a noun's table speaks of, as a property of the states in its lifecycle. */
const meant: Record<string, (spec: StateSpec<string, never>, state: string) => boolean> = {
  entry_one_live_a_leader: ({ live }) => live === true,
  // Held exactly while somebody's name stands in the row.
  entry_check1: ({ held }) => held === true,
  decision_one_live: ({ live }) => live === true,
  award_published: ({ live }) => live === true,
  announcement_published: ({ live }) => live === true,
  award_claim_live: ({ live }) => live === true,
  policy_draft_one_live: ({ live }) => live === true,
  training_class_live: ({ live }) => live === true,
  // A class that was declined or called off leaves its topic to another.
  training_class_topic: ({ final, tone }) => !(final && tone === 'warn'),
  enrolment_one_live: ({ live }) => live === true,
  enrolment_line: (_, state) => state === enrolmentLifecycle.initial,
  enrolment_lapses: ({ waits }) => waits === 'own',
  // Without the end of an offer, and without a seat.
  enrolment_check: ({ waits }) => waits !== 'own',
  enrolment_check1: ({ tone }, state) => state === enrolmentLifecycle.initial || tone === 'neutral',
  // Start-up money that everybody may read of before it is paid.
  application_listed: ({ public: shown }) => shown === '公示中',
  edition_current: ({ live }) => live === true,
  edition_status_check: () => true,
  // Nobody leads what was begun at a counter, until somebody takes it over.
  entry_led: (_, state) => state === 'draft',
  entry_correction: (_, state) => (entryLifecycle.moves.expire.from as readonly string[]).includes(state),
};

/** Kinds of applications lie in one table. */
const tables = new Map(areas.flatMap(({ nouns = [] }) => nouns.map(({ lifecycle, table }) => [lifecycle.name, table])));

/** Whose rows that wait have an index of their own. */
const listed = ['entry', 'application', 'award_claim', 'referral'];

/** Whose indexes and checks ask columns that follow the lifecycle, and no state. */
const silent = ['referral', 'award_list'];

type Predicate = { name: string; says: string };

/** What the indexes and checks of a table say, in the database's own words. */
async function predicatesOf(name: string): Promise<Predicate[]> {
  const table = tables.get(name) ?? name;
  const { rows } = await sql<Predicate>`
    select c.relname as name, pg_get_expr(i.indpred, i.indrelid) as says
      from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = ${table}::regclass and i.indpred is not null
    union all
    select conname, substring(pg_get_constraintdef(oid) from '^CHECK \\((.*)\\)$')
      from pg_constraint where conrelid = ${table}::regclass and contype = 'c' order by 1`.execute(server.db);
  return rows;
}

/** The states for which a predicate holds while somebody claims the row and nobody leads it. */
async function statesOf({ says }: Predicate, { states }: AnyLifecycle): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`
    select state from unnest(${Object.keys(states)}::text[]) with ordinality as s(state, n)
      cross join lateral (select state as status) named
      cross join (select gen_random_uuid() as claimed_by, now() as claimed_at, null::uuid as leader_id,
        null::int as seat, null::timestamptz as offer_ends_at, gen_random_uuid() as topic_id) held
    where ${sql.raw(says)} order by n`.execute(server.db);
  return rows.map(({ state }) => state);
}

test.each(lifecycles.map((lifecycle) => ({ name: lifecycle.name, lifecycle })))(
  '$name: what the database’s indexes and checks say of its states is what the lifecycle says',
  async ({ name, lifecycle }) => {
    const speaking = (await predicatesOf(name)).filter(({ says }) => /\b(state|status)\b/.test(says));
    const states = Object.entries(lifecycle.states);
    for (const predicate of speaking) {
      const test = meant[predicate.name];
      const expected = test
        ? states.filter(([state, spec]) => test(spec, state)).map(([state]) => state)
        : 'no word of it';
      expect([predicate.name, await statesOf(predicate, lifecycle)]).toEqual([predicate.name, expected]);
    }
    // Some tables speak of no state: what they ask stands in columns that follow the lifecycle.
    expect(speaking.length > 0).toBe(!silent.includes(tables.get(name) ?? name));
  },
);

test.each(lifecycles.map((lifecycle) => ({ name: lifecycle.name, lifecycle })))(
  '$name: an index over what waits names those for whom something waits',
  async ({ name, lifecycle }) => {
    const known = new Set(Object.values(lifecycle.states).map(({ waits }) => waits));
    const named = (await predicatesOf(name)).flatMap(({ says }) =>
      [...says.matchAll(/\(?waits = '(\w+)'/g)].map(([, waits]) => waits),
    );
    expect(named.length > 0).toBe(listed.includes(tables.get(name) ?? name));
    expect(named.filter((waits) => !known.has(waits as never))).toEqual([]);
  },
);
