import { sql } from 'kysely';
import { verifyAudit } from '../../../cloudfunctions/core/platform/audit/verify-audit';
import type { FactValue } from '../../../src/shared/policies/facts';
import { freshIdNumber } from '../entry-factory';
import type { Hand } from '../hand';
import { lyingInInboxes } from '../inboxes';
import { claimCodeOf, pastAward } from '../past-awards';
import { knowPeople } from '../policies/publish';
import type { TestServer } from '../server';

/** The priority that the walks' city amends: won, registered for less than five years, nothing won above, consents; what it asks above goes. */
export const amended = 'referral';
/** For whoever won above and is registered: one thing more to be said. */
const other = 'sx-excellent-project';

const clerk = 'clerk-puxian-1';

/** A crowd of whom all that the policy asks of is known, unknown, or otherwise, in every combination, six of each. */
export function crowd(server: TestServer): Promise<string[]> {
  const one = (name: string, values: ReadonlyArray<FactValue | null>) =>
    values.map((value) => (value === null ? {} : { [name]: value }));
  const all = one('awardCancelled', [null, false, true]).flatMap((a) =>
    one('registered', [true, false]).flatMap((b) =>
      one('registrationDate', ['2025-03-03', '2015-03-03']).flatMap((c) =>
        one('upperWinnerBefore', [null, true, false]).flatMap((d) =>
          one('consentUpward', [null, true]).map((e) => ({ ...a, ...b, ...c, ...d, ...e })),
        ),
      ),
    ),
  );
  return knowPeople(server, Array.from({ length: 6 }, () => all).flat());
}

/** Whom the amendment concerns anew, written by hand: nothing of the compiler's, of the push's or of the evaluator's. */
export async function newlyConcerned({ db }: Pick<TestServer, 'db'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from person_facts
    where facts ->> 'awardCancelled' = 'false' and facts ->> 'registered' = 'true'
      and facts ->> 'registrationDate' > '2021-11-24' and facts ->> 'consentUpward' = 'true'
      and facts ->> 'upperWinnerBefore' is distinct from 'false' order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** Who was told that the policy was amended, and by which notice. */
export async function toldOfAmendment({
  db,
}: Pick<TestServer, 'db'>): Promise<{ notices: string[]; people: string[] }> {
  const rows = await lyingInInboxes(db)
    .select(['m.notice', 'd.person_id'])
    .where('m.policy_code', '=', amended)
    .orderBy('d.person_id')
    .execute();
  return { notices: [...new Set(rows.map(({ notice }) => notice))], people: rows.map(({ person_id }) => person_id) };
}

/**
 * A winner of 2025 opens 政策, claims the award, which a clerk confirms, and says the one thing that a policy still asks: it holds.
 * @param told resolves when all is told and drawn
 */
export async function comesToTheirs(
  winner: Hand,
  personId: string,
  server: TestServer,
  told: () => Promise<unknown>,
): Promise<void> {
  const said = [
    { fact: 'registered', value: true },
    { fact: 'registrationDate', value: '2025-03-03' },
    { fact: 'consentUpward', value: true },
  ];
  await server.ask(personId, 'policies/declareFacts', { facts: said });
  const code = await claimCodeOf(server, clerk, await pastAward(server));
  await winner.open('policies');
  await winner.tap('claim-award');
  await winner.arrives('account/award');
  await winner.type('field-code', code);
  await winner.tap('see-code');
  await winner.type('field-name', '王小明');
  await winner.type('field-idNumber', freshIdNumber());
  await winner.tap('field-agreed');
  await winner.tap('claim');
  await winner.sees('已提交，等待核对');
  const { id: claimId } = await server.db
    .selectFrom('award_claim')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  await server.ask(clerk, 'awards/confirmClaim', { claimId, version: 1 });
  await told();

  await winner.open('open/policy', { code: other });
  await winner.tap('say');
  await winner.arrives('policy/facts');
  await winner.tap('fact-upperWinnerBefore-yes');
  await winner.tap('save-facts');
  await winner.arrives('open/policy');
  await winner.sees('按现有资料，各项条件都符合');
  await winner.open('open/policy', { code: amended });
  await winner.sees('没有在上级大赛得过奖：不符合');
}

/** The consent to the claim is taken back and the account is closed; once that is done, nobody of that id is known any more. */
export async function leaves(
  person: Hand,
  personId: string,
  { db, home }: TestServer,
  told: () => Promise<unknown>,
): Promise<void> {
  const consents = () =>
    db.selectFrom('consent').select(['id', 'withdrawn_at']).where('person_id', '=', personId).execute();
  const [given] = await consents();
  await person.open('account/consents');
  await person.tap(`withdraw-${given?.id}`);
  await person.answer(true);
  await person.sees('已撤回');
  expect((await consents()).map(({ withdrawn_at }) => withdrawn_at === null)).toEqual([false]);

  await person.open('account/data');
  await person.tap('leaving-read');
  await person.tap('leave');
  expect(await person.answer(true)).toContain('不能恢复');
  await person.arrives('home');
  await told();
  for (const table of ['person_fact', 'person_facts', 'phone_quota', 'delivery'] as const)
    expect([table, await db.selectFrom(table).select('person_id').where('person_id', '=', personId).execute()]).toEqual(
      [table, []],
    );
  expect(await verifyAudit(db, home.auditKeys)).toMatchObject({ ok: true, unsealed: 0 });
}
