import type { FactValue } from '@shared/policies/facts';
import type { PolicyDefinition } from '@shared/policies/policy';
import type { Rule } from '@shared/policies/rule';
import { sql } from 'kysely';
import { emit } from '../../../cloudfunctions/core/platform/outbox';
import { at, json } from '../../../cloudfunctions/core/platform/schema';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import type { TestServer } from '../../support/server';

/** People of whom just this is known; answers their ids, in the same order. */
export async function knowPeople(
  { db, home, clock }: TestServer,
  known: ReadonlyArray<Readonly<Record<string, FactValue>>>,
): Promise<string[]> {
  const ids = known.map(() => makeUuidV7(clock.now(), home.random(10)));
  await sql`with p as (select * from unnest(${ids}::uuid[], ${known.map((facts) => JSON.stringify(facts))}::text[]) as p(id, facts)),
    made as (insert into person (id, display_name, created_at) select id, '某人', '2026-11-01' from p)
    insert into person_facts (person_id, facts) select id, facts::jsonb from p`.execute(db);
  return ids;
}

const words = { zh: '条件', basis: '试验' };

/**
 * A firm with at most so many people, whose founder takes part as a start-up or is disabled; the last is asked in the application alone.
 * `most`: people.
 */
export function smallFirms(most: number): PolicyDefinition {
  const rule: Rule = {
    all: [
      { fact: 'registered', op: 'is', value: true, ...words },
      { fact: 'employees', op: 'max', param: 'most', ...words },
      {
        any: [
          { fact: 'group', op: 'is', value: 'start_up', ...words },
          { fact: 'keyGroup.disabled', op: 'is', value: true, ...words },
        ],
      },
    ],
  };
  const most_ = {
    code: 'most',
    zh: '人数',
    from: null,
    to: null,
    value: most,
    docNo: '试验',
    confidence: 'source',
  } as const;
  return { rule, parameters: [most_], benefits: [], examples: [] };
}

/** Every combination of what is known of a firm, so many times over. */
export function everyFirm(times: number): Array<Record<string, FactValue>> {
  const one = (name: string, values: readonly FactValue[]) => [{}, ...values.map((value) => ({ [name]: value }))];
  const all = one('registered', [true, false]).flatMap((a) =>
    one('employees', [10, 30, 80]).flatMap((b) =>
      one('group', ['start_up', 'idea_team']).map((c) => ({ ...a, ...b, ...c }) as Record<string, FactValue>),
    ),
  );
  return Array.from({ length: times }, () => all).flat();
}

/** Publishes a version, as the library does: its row and its event are one change. */
export async function publishVersion(
  { db, home, clock }: TestServer,
  {
    code,
    version,
    amends = null,
    definition,
    lastDay = `202${version}-12-31`,
  }: { code: string; version: number; amends?: number | null; definition: PolicyDefinition; lastDay?: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const days = { effective_from: `202${version}-01-01`, effective_to: lastDay };
    const by = { published_at: at(clock.now()), published_by: personaId('city') };
    const row = {
      code,
      version,
      title_zh: '小企业补贴',
      summary_zh: '',
      body_zh: '',
      kind: 'x',
      doc_no: '',
      confirmed_zh: '',
    };
    await tx
      .insertInto('policy_version')

      .values({ ...row, ...days, ...by, demonstration: true, definition: json(definition) })
      .execute();
    await emit(makeCall(home, tx, null, clock.now()), 'policy.published', `policy:${code}`, {
      policyId: code,
      version,
      title: row.title_zh,
      validFrom: days.effective_from,
      validTo: days.effective_to,
      amends,
    });
  });
}
