import { hopefulVerdict, judge } from '@shared/policies/evaluate';
import { isSensitive } from '@shared/policies/facts';
import type { KnownFacts } from '@shared/policies/known';
import { sql } from 'kysely';
import { countReached, type Ruling } from '../../../cloudfunctions/core/policies/push/whom';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { fixedNow } from '../../support/fixed-clock';
import { randomFrom, somebody, someFacts, someRule } from '../../support/policies/random-rules';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await server.db.deleteFrom('person_facts').execute();
});
afterAll(() => server.close());

const today = '2026-11-24';

const kept = (known: KnownFacts): KnownFacts =>
  Object.fromEntries(Object.entries(known).filter(([fact]) => !isSensitive(fact as never))) as KnownFacts;
const values = (known: KnownFacts): string =>
  JSON.stringify(Object.fromEntries(Object.entries(known).map(([fact, { value }]) => [fact, value])));

/** Puts these people's facts where a push asks for them. */
async function know(people: readonly KnownFacts[]) {
  const ids = people.map((_, n) => makeUuidV7(fixedNow + n, server.home.random(10)));
  await sql`delete from person_facts`.execute(server.db);
  await sql`with p as (select * from unnest(${ids}::uuid[], ${people.map(values)}::text[]) as p(id, facts)),
    made as (insert into person (id, display_name, created_at) select id, '某人', '2026-11-01' from p)
    insert into person_facts (person_id, facts) select id, facts::jsonb from p`.execute(server.db);
}

/** The same judged one by one, in TypeScript. */
function byHand(people: readonly KnownFacts[], version: Ruling, before: Ruling | null) {
  const day = version.effectiveFrom !== null && version.effectiveFrom > today ? version.effectiveFrom : today;
  const now = { ...version, date: day };
  const last = before?.effectiveTo ?? day;
  const verdicts = people.map((known) => ({
    ...judge(now, known),
    hoped: hopefulVerdict(now, known),
    was: before === null ? 'absent' : judge({ ...before, date: last < day ? last : day }, known).verdict,
  }));
  return {
    surely: verdicts.filter((one) => one.verdict === 'pass' && one.was !== 'pass').length,
    perhaps: verdicts.filter(
      (one) =>
        one.verdict === 'unknown' &&
        one.hoped === 'pass' &&
        one.missing.every(isSensitive) &&
        one.defects.length === 0 &&
        ['fail', 'absent'].includes(one.was),
    ).length,
  };
}

test('whom a version would reach: of whom it holds and the one before did not, as if each were judged alone', async () => {
  let told = 0;
  let open = 0;
  for (let seed = 1; seed <= 4; seed += 1) {
    const random = randomFrom(seed * 7);
    const among = someFacts(random, 6);
    const people = Array.from({ length: 60 }, () => kept(somebody(random, among, today, random.pick([0.5, 0.8]))));
    await know(people);
    for (let n = 0; n < 4; n += 1) {
      const before = { ...someRule(random, among, today, 3), effectiveFrom: null, effectiveTo: '2026-11-30' };
      const version = { ...someRule(random, among, today, 3), effectiveFrom: '2026-12-01', effectiveTo: null };
      for (const then of [before, null]) {
        const reached = await countReached(server.db, version, then, today);
        expect(reached).toEqual(byHand(people, version, then));
        told += reached.surely;
        open += reached.perhaps;
      }
    }
  }
  expect([told > 60, open > 15]).toEqual([true, true]);
  const over = { ...someRule(randomFrom(1), ['registered'], today, 0), effectiveFrom: null, effectiveTo: '2026-11-23' };
  expect(await countReached(server.db, over, null, today)).toEqual({ surely: 0, perhaps: 0 });
});
