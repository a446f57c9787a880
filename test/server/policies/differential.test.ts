import { hopefulVerdict, judge, type RuleOn } from '@shared/policies/evaluate';
import { isSensitive } from '@shared/policies/facts';
import type { KnownFacts } from '@shared/policies/known';
import { sql } from 'kysely';
import { verdictSql } from '../../../cloudfunctions/core/policies/push/compile-rule';
import { randomFrom, somebody, someFacts, someRule } from '../../support/policies/random-rules';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

const date = '2026-10-31';
const days = [date, '2025-02-28', '2028-02-29', '2026-03-30'];
const number = { pass: 1, fail: -1, unknown: 0 } as const;

/** What a row of `person_facts` would hold: values alone, none of them sensitive. */
const rowOf = (known: KnownFacts): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(known)
        .filter(([fact]) => !isSensitive(fact as never))
        .map(([fact, { value }]) => [fact, value]),
    ),
  );

const withoutSensitive = (known: KnownFacts): KnownFacts =>
  Object.fromEntries(Object.entries(known).filter(([fact]) => !isSensitive(fact as never))) as KnownFacts;

/** Rules by the dozen in one statement, over people by the dozen: all answers at once. */
async function differences(seed: number, rules: number, people: number) {
  const random = randomFrom(seed);
  const today = random.pick(days);
  const among = someFacts(random, 8);
  const made: RuleOn[] = Array.from({ length: rules }, () => ({ ...someRule(random, among, today, 4), date: today }));
  const known = Array.from({ length: people }, () => somebody(random, among, today, random.pick([0.3, 0.6, 0.9])));
  const columns = made.flatMap((on) => [verdictSql(on), verdictSql(on, 'favourable')]);
  const { rows } = await sql<{ verdicts: number[] }>`select array[${sql.join(columns)}] as verdicts
    from unnest(${known.map(rowOf)}::text[]) with ordinality as p(facts, n)
      cross join lateral (select p.facts::jsonb as facts) f order by p.n`.execute(server.db);
  const wrong = known.flatMap((one, i) =>
    made.flatMap((on, j) => {
      const facts = withoutSensitive(one);
      const here = [number[judge(on, facts).verdict], number[hopefulVerdict(on, facts)]];
      const there = rows[i]?.verdicts.slice(2 * j, 2 * j + 2);
      return JSON.stringify(here) === JSON.stringify(there) ? [] : [{ here, there, on, facts }];
    }),
  );
  return { wrong, seen: rows.flatMap(({ verdicts }) => verdicts) };
}

test('20,000 random rules and people: PostgreSQL and TypeScript give the same verdict', async () => {
  const seen: number[] = [];
  for (let seed = 1; seed <= 20; seed++) {
    const batch = await differences(seed, 25, 40);
    expect(batch.wrong.slice(0, 2)).toEqual([]);
    seen.push(...batch.seen);
  }
  expect(seen).toHaveLength(40_000);
  // Each verdict comes up often enough to mean something.
  for (const verdict of [1, -1, 0]) expect(seen.filter((one) => one === verdict).length).toBeGreaterThan(5_000);
});
