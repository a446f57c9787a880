import { incubationContract } from '@shared/incubation/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { offerPlace, placeWithSite, takeTurn } from '../line/offers';
import { hasIt, isHourly, siteOf } from './rows';

/** Holds a free place of this site for the first in line. */
export const offer = procedure(incubationContract.offer, siteOf, async (call, { placeId }, { siteId }) => {
  await insistHere(call, placeId, siteId);
  const made = await offerPlace(call, placeId, 'person');
  if (made === null) throw new Refused('INCUBATION_NOBODY_WAITS');
  return { applicationId: made.applicationId, lapsesAt: toShanghai(made.lapsesAt) };
});

async function insistHere(call: Call, placeId: number, siteId: string): Promise<void> {
  const found = await placeWithSite(call, placeId);
  if (found?.site.siteId !== siteId || isHourly(found.place)) throw new Refused('NOT_FOUND');
}

/** Takes a place that nobody has out for repair, or back. */
export const shutPlace = procedure(
  incubationContract.shutPlace,
  siteOf,
  async (call, { placeId, repair }, { siteId }) => {
    await takeTurn(call);
    await insistHere(call, placeId, siteId);
    const { rows } = await sql`update place p set shut = ${repair ? 'repair' : null} where p.id = ${placeId}
    and (not ${repair}::boolean or not exists (select from tenancy t where t.place_id = p.id and ${hasIt(call.now)})) returning p.id`.execute(
      call.db,
    );
    if (rows.length === 0) throw new Refused('INCUBATION_PLACE_TAKEN');
    await audit(call, `place_site:${siteId}`, 'incubation/shutPlace', { placeId, repair });
    return { ok: true as const };
  },
);
