import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import type { OfferTold } from '@shared/incubation/events';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { moveWith, plainOrder } from '../../benefits/moves';
import { type ApplicationHead, applicationOf } from '../../benefits/queries';
import { breaksExclusion } from '../../platform/broken-constraint';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { isFree } from '../sites/floors';
import { type Place, placesWhere, placeZh, type Site, sitesWhere } from '../sites/rows';

/** One offer after the other, whatever the site: who is next is not decided twice at once. Held until the commit, and taken after the row of the application that a call is about. */
export const takeTurn = (call: Call) =>
  sql`select pg_advisory_xact_lock(hashtextextended('incubation/offers', 0))`.execute(call.db);

/** A place, and its site. */
export async function placeWithSite(call: Call, placeId: number): Promise<{ place: Place; site: Site } | null> {
  const place = (await placesWhere(call.now, sql`p.id = ${placeId}`).execute(call.db)).rows[0];
  const site = place && (await sitesWhere(sql`s.id = ${place.siteId}`).execute(call.db)).rows[0];
  return place && site ? { place, site } : null;
}

/** What is told of an offer. */
export const offerTold = (
  { applicationId, applicantId }: Pick<ApplicationHead, 'applicationId' | 'applicantId'>,
  { place, site }: { place: Place; site: Site },
  lapsesAt: number,
): OfferTold => ({
  applicationId,
  personId: applicantId,
  organisationId: site.organisationId,
  siteZh: site.nameZh,
  placeZh: placeZh(place),
  lapsesAt: toShanghai(lapsesAt),
});

/** The first in line for a place, locked; whoever makes a move of their own just now is waited for and looked at anew. Null: nobody waits. */
async function firstInLine(call: Call, place: Pick<Place, 'siteId' | 'type' | 'placeId'>): Promise<string | null> {
  const { siteId, type, placeId } = place;
  const first = sql`from place_wish w where w.waiting and w.site_id = ${siteId} and w.type = ${type} and not (${placeId} = any(w.let_go))
    order by w.rank, w.joined_at, w.application_id limit 1`;
  const { rows } = await sql<{ id: string }>`select w.application_id as id ${first}`.execute(call.db);
  const id = rows[0]?.id ?? null;
  if (id === null) return null;
  await sql`select from application where id = ${id} for update`.execute(call.db);
  const again = await sql<{ id: string }>`select w.application_id as id ${first}`.execute(call.db);
  return again.rows[0]?.id === id ? id : firstInLine(call, place);
}

/**
 * Holds a place for the first in line who wants its type, and tells them. What lapsed in it is closed first, in the same transaction, so that the constraint
 * knows of live rows alone. By the site's people, or by the clock (`by` null) as soon as an offer lapsed.
 * @returns whose it is until when (epoch milliseconds); null: nobody waits for it
 */
export async function offerPlace(
  call: Call,
  placeId: number,
  by: 'person' | 'clock',
): Promise<{ applicationId: string; lapsesAt: number } | null> {
  await takeTurn(call);
  await sql`update tenancy set stands = false where place_id = ${placeId} and stands and lapses_at <= ${at(call.now)}`.execute(
    call.db,
  );
  const found = await placeWithSite(call, placeId);
  if (!found) throw new Refused('NOT_FOUND');
  if (found.place.shut !== null) throw new Refused('INCUBATION_PLACE_SHUT');
  if (!isFree(found.place)) throw new Refused('INCUBATION_PLACE_TAKEN');
  const id = await firstInLine(call, found.place);
  const application = id === null ? null : await applicationOf(call, { applicationId: id }, false);
  if (application === null) return null;
  const lapsesAt = await hold(call, application, found, by);
  await emit(call, 'offer.made', subjectOf(application), offerTold(application, found, lapsesAt));
  return { applicationId: application.applicationId, lapsesAt };
}

export const subjectOf = ({ applicationId }: Pick<ApplicationHead, 'applicationId'>): string =>
  `${incubatorPlace.lifecycle.name}:${applicationId}`;

/** Moves an application to an offer; the hold lies in the table of tenancies, where the database refuses a second. */
async function hold(
  call: Call,
  application: ApplicationHead,
  { place, site }: { place: Place; site: Site },
  by: 'person' | 'clock',
): Promise<number> {
  const { applicationId, applicantId, version } = application;
  const byClock = by === 'clock';
  const mover = byClock ? { ...call, actor: null } : call;
  await moveWith(mover, application, plainOrder(byClock ? 'offerNext' : 'offer', byClock ? null : version));
  const { rows } = await sql<{
    lapsesAt: number;
  }>`select lapses_at as "lapsesAt" from application where id = ${applicationId}`.execute(call.db);
  const lapsesAt = rows[0]?.lapsesAt;
  if (lapsesAt === undefined) throw new Error('An offer has no end.');
  await sql`update place_wish set waiting = false where application_id = ${applicationId}`.execute(call.db);
  try {
    await call.db
      .insertInto('tenancy')
      .values({
        id: call.newId(),
        place_id: place.placeId,
        site_id: site.siteId,
        application_id: applicationId,
        person_id: applicantId,
        kind: 'hold',
        starts_at: at(call.now),
        ends_at: null,
        stands: true,
        lapses_at: at(lapsesAt),
        number_zh: null,
      })
      .execute();
  } catch (error) {
    if (breaksExclusion(error, 'tenancy_one_at_a_time')) throw new Refused('INCUBATION_PLACE_TAKEN');
    throw error;
  }
  return lapsesAt;
}

/**
 * Lets go of the place that is held for an application, and holds it for the next in line, in the same transaction.
 * @returns which it was; null: somebody closed it before, as it had lapsed
 */
export async function letGo(
  call: Call,
  { applicationId }: Pick<ApplicationHead, 'applicationId'>,
): Promise<number | null> {
  await takeTurn(call);
  const { rows } = await sql<{ placeId: number }>`update tenancy set stands = false
    where application_id = ${applicationId} and kind = 'hold' and stands returning place_id as "placeId"`.execute(
    call.db,
  );
  return rows[0]?.placeId ?? null;
}
