import { incubationContract } from '@shared/incubation/contract';
import { rentOf } from '@shared/incubation/rent';
import type { Tenure } from '@shared/incubation/tenure';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type Site, siteOf } from '../sites/rows';

type Let = { tenancyId: string; placeId: number; tenure: Tenure; had: number };

/** The months of an agreement that was just signed, in one statement. */
export async function writeRent(
  call: Call,
  { tenancyId, placeId, tenure, had }: Let,
  { siteId, terms }: Site,
): Promise<void> {
  const place = await call.db
    .selectFrom('place')
    .select('rent_fen')
    .where('id', '=', placeId)
    .executeTakeFirstOrThrow();
  await call.db
    .insertInto('rent_month')
    .values(
      rentOf(tenure, had, place.rent_fen, terms).map(({ n, dueOn, fullFen, reliefPercent, dueFen }) => ({
        tenancy_id: tenancyId,
        n,
        site_id: siteId,
        due_on: dueOn,
        full_fen: fullFen,
        relief_percent: reliefPercent,
        due_fen: dueFen,
        paid_on: null,
        recorded_by: null,
      })),
    )
    .execute();
}

/** The first day of the oldest month that is not paid; null: nothing is owed. */
export async function oldestArrears(call: Call, applicationId: string, today: string): Promise<string | null> {
  const { rows } = await sql<{
    oldest: string | null;
  }>`select min(m.due_on) as oldest from rent_month m join tenancy t on t.id = m.tenancy_id
    where t.application_id = ${applicationId} and m.paid_on is null and m.due_fen > 0 and m.due_on <= ${today}`.execute(
    call.db,
  );
  return rows[0]?.oldest ?? null;
}

/** On which day whoever has a place of this site asked for one: no rent was paid before. Never the caller's own. */
async function askedOn(call: Call, tenancyId: string, siteId: string): Promise<string | null> {
  const { rows } = await sql<{
    at: number | null;
    personId: string;
  }>`select a.submitted_at as at, t.person_id as "personId" from tenancy t join application a on a.id = t.application_id
    where t.id = ${tenancyId} and t.site_id = ${siteId}`.execute(call.db);
  const [found] = rows;
  if (found?.personId === me(call)) throw new Refused('FORBIDDEN', '这是您自己的租金，应当回避，请交其他人员登记');
  return found === undefined || found.at === null ? null : shanghaiDate(found.at);
}

/** That a month's rent came in, or that it was a mistake. */
export const recordRent = procedure(
  incubationContract.recordRent,
  siteOf,
  async (call, { tenancyId, n, paidOn }, { siteId }) => {
    if (paidOn !== null && paidOn > shanghaiDate(call.now))
      throw new Refused('INCUBATION_RENT_DAY_WRONG', undefined, { paidOn: '请选今天或以前的日子' });
    const asked = await askedOn(call, tenancyId, siteId);
    if (paidOn !== null && asked !== null && paidOn < asked)
      throw new Refused('INCUBATION_RENT_DAY_WRONG', undefined, { paidOn: `不能早于申请入驻的那天（${asked}）` });
    const { numUpdatedRows } = await call.db
      .updateTable('rent_month')
      .set({ paid_on: paidOn, recorded_by: paidOn === null ? null : me(call) })
      .where('tenancy_id', '=', tenancyId)
      .where('n', '=', n)
      .where('site_id', '=', siteId)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Refused('INCUBATION_NO_SUCH_RENT');
    await audit(call, `place_site:${siteId}`, 'incubation/recordRent', { tenancyId, n, paidOn });
    return { ok: true as const };
  },
);
