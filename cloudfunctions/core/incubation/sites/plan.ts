import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { incubationContract } from '@shared/incubation/contract';
import { orderZh } from '@shared/incubation/waitlist';
import { organisationsOf } from '@shared/kernel/actor';
import { sql } from 'kysely';
import { termsInForce } from '../../benefits/queries';
import type { Call } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { floorsOf, isFree, offerDays, seenBy, termsView } from './floors';
import { isHourly, placesWhere, type Site, siteHead, siteOf, sitesWhere } from './rows';

/** Every site with how many of its places are free. */
export const sites = procedure(incubationContract.sites, noSubject, async (call) => {
  const [{ rows }, places] = await Promise.all([
    sitesWhere(sql`true`).execute(call.db),
    placesWhere(call.now, sql`true`).execute(call.db),
  ]);
  return {
    sites: rows.map((site) => {
      const here = places.rows.filter(({ siteId }) => siteId === site.siteId);
      const let_ = here.filter((place) => !isHourly(place));
      return {
        ...siteHead(site),
        total: let_.length,
        free: let_.filter(isFree).length,
        hourly: here.length - let_.length,
      };
    }),
  };
});

/** The reader's own application that is live, where it is for this site. */
async function mineAt(call: Call, { siteId }: Site) {
  if (call.actor === null) return null;
  const { rows } = await sql<{ applicationId: string; state: string }>`select a.id as "applicationId", a.state
    from application a join place_wish w on w.application_id = a.id
    where a.applicant_id = ${call.actor.personId} and a.live and w.site_id = ${siteId}`.execute(call.db);
  const [row] = rows;
  return row ? { applicationId: row.applicationId, stateZh: incubatorPlace.lifecycle.labelOf(row.state, 'own') } : null;
}

/** A site's plan for anybody. */
export const site = procedure(incubationContract.site, siteOf, async (call, _input, found) => {
  const [edition, places, mine] = await Promise.all([
    termsInForce(call.db),
    placesWhere(call.now, sql`p.site_id = ${found.siteId}`).execute(call.db),
    mineAt(call, found),
  ]);
  const let_ = places.rows.filter((place) => !isHourly(place));
  return {
    ...siteHead(found),
    organisationId: found.organisationId,
    terms: termsView(found.terms, offerDays(edition)),
    orderZh,
    total: let_.length,
    free: let_.filter(isFree).length,
    floors: floorsOf(let_, seenBy(mine?.applicationId ?? null)),
    hourly: places.rows
      .filter(isHourly)
      .map(({ placeId, code, type, detailZh }) => ({ placeId, code, typeZh: placeTypes[type].zh, detailZh })),
    mine,
  };
});

export const mySites = procedure(incubationContract.mySites, noSubject, async (call) => {
  const own = organisationsOf(call.actor, 'incubatorOperator');
  const { rows } = await sitesWhere(sql`s.organisation_id = any(${own}::uuid[])`).execute(call.db);
  return { sites: rows.map(({ siteId, nameZh }) => ({ siteId, nameZh })) };
});
