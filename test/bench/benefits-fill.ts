import { sql } from 'kysely';
import { regions } from '../../cloudfunctions/core/platform/city/regions';
import { incubator, organisationId } from '../../cloudfunctions/core/seeds/organisations';
import { seedSites, sites } from '../../cloudfunctions/core/seeds/places/sites';
import { kindOf } from '../../src/shared/benefits/kinds';
import type { Stage } from './stage';

/** Of a hundred applications so many are of a kind in a state, spread over all regions alike. */
const mixture: ReadonlyArray<readonly [kind: string, state: string, share: number]> = [
  ['guaranteed-loan', 'submitted', 5],
  ['guaranteed-loan', 'guarantor_dd', 5],
  ['guaranteed-loan', 'bank_reviewing', 20],
  ['guaranteed-loan', 'repaying', 30],
  ['incubator-place', 'applied', 4],
  ['incubator-place', 'panel_review', 4],
  ['incubator-place', 'waitlisted', 8],
  ['incubator-place', 'graduated', 4],
  ['subsidy-one-off', 'submitted', 8],
  ['subsidy-one-off', 'listed', 2],
  ['subsidy-one-off', 'batched', 2],
  ['subsidy-one-off', 'paid', 8],
];

const officeOf: Readonly<Record<string, string | undefined>> = {
  guarantor: organisationId('guarantor'),
  bank: organisationId('bank-1'),
  operator: incubator.id,
};

/** Puts applications of every kind into a stage's tables, a few statements each. */
export async function fillApplications({ filling, server, size }: Stage): Promise<void> {
  await seedSites(filling);
  const now = new Date(server.clock.now());
  const codes = regions.map(({ id }) => id);
  for (const [kind, state, share] of mixture) {
    const found = kindOf(kind);
    const spec = found?.lifecycle.states[state];
    if (!found || !spec) throw new Error(`There is no ${kind} in ${state}.`);
    const party = found.party(state);
    const office = party === null ? null : (officeOf[party] ?? null);
    const count = Math.round((size * share) / 100);
    await sql`with made as materialized (select n, gen_random_uuid() as id, gen_random_uuid() as person,
          (${codes}::text[])[1 + n % ${codes.length}::int] as region, ${now}::timestamptz - n * interval '90 seconds' as at
        from generate_series(1, ${count}::int) n),
      people as (insert into person (id, display_name, created_at) select person, '申报人' || n, at from made),
      subjects as (insert into subject (id, kind, created_at) select id, ${kind}, at from made),
      applied as (insert into application (id, kind, state, waits, version, changed_at, claimed_by, claimed_at, applicant_id, region_id, party,
          organisation_id, live, rank, reference, submitted_at, due_on, clocks, details)
        select id, ${kind}, ${state}, ${spec.waits}, 4, at, null, null, person, region, ${party}, ${office}::uuid, ${spec.live === true},
          case when n % 10 = 0 then 1 when n % 3 = 0 then 2 else 5 end, 'SB2026-' || region || '-' || ${kind} || ${state} || n, at,
          (at + interval '9 days')::date, '{}', '{}' from made),
      parties as (insert into application_party (application_id, party, organisation_id, since)
        select id, ${party ?? ''}, ${office}::uuid, at from made where ${office}::uuid is not null),
      frozen as (insert into snapshot (subject_id, n, sha256, data, taken_at, reference)
        select id, 1, repeat('0', 64), jsonb_build_object('files', '[]'::jsonb, 'parts', jsonb_build_array(
          jsonb_build_object('section', 'person', 'zh', '申报人', 'lines',
            jsonb_build_array(jsonb_build_object('field', 'name', 'label', '姓名', 'value', '申报人' || n))))), at, 'SB' from made),
      wishes as (insert into place_wish (application_id, site_id, type, rank, joined_at, waiting)
        select id, ${sites[0].id}::uuid, case when n % 2 = 0 then 'desk' else 'office' end,
          case when n % 10 = 0 then 1 when n % 3 = 0 then 2 else 5 end, at, ${state === 'waitlisted'} from made where ${kind === 'incubator-place'}),
      loans as (insert into loan (id, bank_id, applicant_id, region_id, borrower_zh, payee_zh, account_sealed, account_masked, contract_no,
          principal_fen, rate_bp, method, accrual, months, disbursed_on, cap_fen, share_bp, rule_zh, balance_fen, next_due, drafts_on)
        select id, ${organisationId('bank-1')}::uuid, person, region, '申报人' || n, '申报人' || n, '-', '**** 0000', 'DK' || n,
          20000000, 330, 'interestFirst', 'act360', 24, at::date - 200, 30000000, 5000, '-', 20000000,
          case when n % 9 = 0 then null else at::date + (n % 90) end, '2027-12-21' from made where ${state === 'repaying'}),
      statements as (insert into loan_statement (id, loan_id, region_id, period_from, period_to, n, days, interest_fen, charged_fen, subsidy_fen,
          amount_fen, differs, drafted_at, checked_at, checked_by)
        select gen_random_uuid(), m.id, m.region, '2026-03-21'::date + q * 92, '2026-06-21'::date + q * 92, 1, 92, 160000, 160000, 80000, 80000, false, ${now},
          case when q = 0 then ${now}::timestamptz end, case when q = 0 then (select id from person where persona = 'loan-city') end
        from made m, generate_series(0, 1) q where ${state === 'repaying'}),
      items as (insert into subsidy (application_id, person_id, policy, uscc, name_zh, amount_fen, how_zh)
        select id, person, 'sx-one-off-subsidy', 'U' || n, '申报人' || n, 500000, '-' from made where ${kind.startsWith('subsidy')}),
      batches as (insert into payment_batch (id, reference, source_kind, title_zh, sent_at)
        select id, 'FK2026-' || ${state} || n, 'subsidy', '一次性创业补贴', at from made where ${['paid', 'batched'].includes(state)})
      insert into payment_line (id, batch_id, source_kind, source_id, person_id, payee_zh, account_sealed, account_masked, amount_fen, item_zh, again, paid_on)
        select gen_random_uuid(), id, 'subsidy', id, person, '申报人' || n, '-', '**** 0000', 500000, '一次性创业补贴', false,
          ${state === 'paid' ? sql`at::date` : sql`null`} from made where ${['paid', 'batched'].includes(state)}`.execute(
      filling,
    );
  }
  await letPlaces(filling, now);
  await payStatements(filling, now);
  await sql`vacuum analyze`.execute(filling);
}

/** Each region's checked statements went to finance, two hundred a list, and are paid. */
const payStatements = (filling: Stage['filling'], now: Date) =>
  sql`with numbered as (select *, 'FK2026-' || region_id || '-' || (row_number() over (partition by region_id order by id) - 1) / 200 as list
      from loan_statement where checked_at is not null),
    lists as (insert into payment_batch (id, reference, source_kind, title_zh, sent_at)
      select gen_random_uuid(), list, 'loan-statement', '创业担保贷款贴息', ${now}::timestamptz from (select distinct list from numbered) d
      returning id, reference)
    insert into payment_line (id, batch_id, source_kind, source_id, payee_zh, account_sealed, account_masked, amount_fen, item_zh, again, paid_on)
    select gen_random_uuid(), b.id, 'loan-statement', s.id, '-', '-', '**** 0000', s.amount_fen, '创业担保贷款贴息', false, (${now}::timestamptz)::date
    from numbered s join lists b on b.reference = s.list`.execute(filling);

/** Of the site's thirty places twenty are let for a year, and owe rent of half of the months. */
const letPlaces = (filling: Stage['filling'], now: Date) =>
  sql`with tenants as (select id, applicant_id, row_number() over (order by id) as n from application
      where kind = 'incubator-place' and state = 'graduated' limit 20),
    let_to as (insert into tenancy (id, place_id, site_id, application_id, person_id, kind, starts_at, ends_at, stands, number_zh)
      select gen_random_uuid(), p.id, p.site_id, t.id, t.applicant_id, 'agreement', ${now}::timestamptz - interval '300 days',
        ${now}::timestamptz + interval '1 day' * (10 + n), true, 'XY' || n
      from tenants t join (select *, row_number() over (order by floor, spot, id) as n from place where site_id = ${sites[0].id} and shut is null) p
        using (n) returning id, site_id)
    insert into rent_month (tenancy_id, n, site_id, due_on, full_fen, relief_percent, due_fen, paid_on, recorded_by)
    select id, n, site_id, (${now}::timestamptz - interval '300 days')::date + 30 * n, 30000, 0, 30000,
      case when n < 6 then (${now}::timestamptz)::date end, case when n < 6 then (select id from person where persona = 'incubator-1') end
    from let_to, generate_series(0, 11) n`.execute(filling);
