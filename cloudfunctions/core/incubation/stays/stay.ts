import { applicant } from '@shared/benefits/application/who';
import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { standingOf } from '@shared/cases/standing';
import { incubationContract } from '@shared/incubation/contract';
import { floorZh } from '@shared/incubation/setup/floors';
import { lastDay, tenureZh } from '@shared/incubation/tenure';
import { orderZh, rankZh } from '@shared/incubation/waitlist';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { type ApplicationHead, applicationOf } from '../../benefits/queries';
import type { Call } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { standingBefore } from '../line/line-rows';
import { type SiteOfApplication, siteOfApplication } from '../line/wishes';
import { floorsOf, offerDays, seenBy, termsView, tileOf } from '../sites/floors';
import { hasIt, isHourly, type Place, placesWhere, placeZh } from '../sites/rows';
import type { Month } from './month';
import { renewalClosedZh } from './renewal';
import { agreementsOf } from './tenancies';
import { monthsHad } from './works';

const monthsOfRent = async (call: Call, applicationId: string): Promise<Month[]> =>
  (
    await sql<Month>`select m.tenancy_id as "tenancyId", m.n, m.due_on as "dueOn", m.full_fen as "fullFen", m.relief_percent as "reliefPercent",
      m.due_fen as "dueFen", m.paid_on as "paidOn" from rent_month m join tenancy t on t.id = m.tenancy_id
      where t.application_id = ${applicationId} order by m.due_on, m.n limit 100`.execute(call.db)
  ).rows;

/** The place that is held or let, with its floor; null: none is. */
async function placeAndFloor(call: Call, applicationId: string) {
  const { rows } = await placesWhere(
    call.now,
    sql`(p.site_id, p.floor) in (select q.site_id, q.floor from tenancy t join place q on q.id = t.place_id
      where t.application_id = ${applicationId} and ${hasIt(call.now)})`,
  ).execute(call.db);
  const place = rows.find((one) => one.applicationId === applicationId);
  return place ? { place, floor: rows.filter((one) => !isHourly(one)) } : null;
}

async function lineView(call: Call, application: ApplicationHead, waiting: boolean) {
  if (!waiting) return null;
  const before = await standingBefore(call.db, application.applicationId);
  return {
    before: before.reduce((sum, { count }) => sum + count, 0),
    byRank: before.map(({ rank, count }) => ({ rankZh: rankZh[rank] ?? '', count })),
    later: before.reduce((sum, { later }) => sum + later, 0),
  };
}

const heldView = ({ place, floor }: { place: Place; floor: readonly Place[] }, applicationId: string) => ({
  place: {
    ...tileOf(place),
    floorZh: floorZh(place.floor),
    lapsesAt: place.lapsesAt === null ? null : toShanghai(place.lapsesAt),
  },
  floor: floorsOf(floor, seenBy(applicationId)),
});

/** An application that was handed in, with its site; of any other no site knows. */
const stayOf: Load<{ applicationId: string }, ApplicationHead & { site: SiteOfApplication }> = async (
  call,
  input,
  lock,
) => {
  const application = await applicationOf(call, input, lock);
  return application && { ...application, site: await siteOfApplication(call, application) };
};

/** How an application for a place stands: in line and why there, the place that is held until when, the agreements with their rent. */
export const stay = procedure(incubationContract.stay, stayOf, async (call, _input, application) => {
  const { applicationId, applicantId, state, version, details, site } = application;
  const [line, held, agreements, rent] = await Promise.all([
    lineView(call, application, site.wish.waiting),
    placeAndFloor(call, applicationId),
    agreementsOf(call.db, applicantId),
    monthsOfRent(call, applicationId),
  ]);
  const own = applicant.decide(call.actor, application).ok;
  const here = agreements.filter((one) => one.applicationId === applicationId);
  const had = await monthsHad(call, application, agreements);
  const last = here.at(-1);
  const { lifecycle } = incubatorPlace;
  return {
    applicationId,
    version,
    ...standingOf(lifecycle, state, own ? 'own' : 'staff'),
    own,
    siteId: site.siteId,
    siteZh: site.nameZh,
    wantsZh: placeTypes[site.wish.type].zh,
    rank: site.wish.rank,
    rankZh: details.rankZh ?? rankZh[site.wish.rank] ?? '',
    appliedOn: shanghaiDate(site.wish.joinedAt),
    orderZh,
    line,
    place: held && heldView(held, applicationId).place,
    floor: held && heldView(held, applicationId).floor,
    terms: termsView(site.terms, offerDays(application.terms)),
    tenures: here.map((one) => ({
      from: one.from,
      lastDay: lastDay(one),
      zh: tenureZh(one),
      numberZh: one.numberZh,
      placeZh: held ? placeZh(held.place) : '',
    })),
    monthsHad: had,
    renewalClosedZh: last ? renewalClosedZh(last.to, had, site.terms, shanghaiDate(call.now)) : null,
    rent,
    moves: lifecycle.movesFor(application, call.actor, call.now).map(({ asks, ...offered }) => ({
      ...offered,
      asksReason: asks.includes('reason'),
    })),
  };
});
