import { sql } from 'kysely';
import { loanAccountPlace } from '../../cloudfunctions/core/lending/works';
import { seal } from '../../cloudfunctions/core/platform/crypto/seal';
import { organisationId } from '../../cloudfunctions/core/seeds/organisations';
import type { TestServer } from './server';

/** Loans of 200,000 yuan that the first bank lent in a region on a day, interest paid by the quarter; rows alone, in the order of their ids. */
export async function insertLentRows(
  { db, home, clock }: TestServer,
  count: number,
  { regionId, disbursedOn, draftsOn }: { regionId: string; disbursedOn: string; draftsOn: string | null },
): Promise<string[]> {
  const now = new Date(clock.now());
  const bank = organisationId('bank-1');
  const { rows } = await sql<{ id: string }>`with made as materialized (
        select n, gen_random_uuid() as id, gen_random_uuid() as person from generate_series(1, ${count}::int) n),
      people as (insert into person (id, display_name, created_at) select person, '借款人' || n, ${now} from made),
      subjects as (insert into subject (id, kind, created_at) select id, 'guaranteed-loan', ${now} from made),
      applied as (insert into application (id, kind, state, waits, version, changed_at, applicant_id, region_id, party, organisation_id, live, rank,
          reference, submitted_at, clocks, details)
        select id, 'guaranteed-loan', 'repaying', null, 8, ${now}, person, ${regionId}, 'bank', ${bank}::uuid, true, 5, 'SB-' || id, ${now}, '{}', '{}' from made),
      loans as (insert into loan (id, bank_id, applicant_id, region_id, borrower_zh, payee_zh, account_sealed, account_masked, contract_no,
          principal_fen, rate_bp, method, accrual, months, disbursed_on, cap_fen, share_bp, rule_zh, balance_fen, next_due, drafts_on)
        select id, ${bank}::uuid, person, ${regionId}, '借款人' || n, '借款人' || n, '-', '**** 1234', 'HT-' || id, 20000000, 350, 'interestFirst', 'act360', 24,
          ${disbursedOn}::date, 30000000, 5000, '-', 20000000, null, ${draftsOn}::date from made)
    select id from made order by id`.execute(db);
  const ids = rows.map(({ id }) => id);
  for (const id of ids)
    await sql`update loan set account_sealed = ${seal('6222020000001234', home.keys[0], loanAccountPlace(id))} where id = ${id}`.execute(
      db,
    );
  return ids;
}
