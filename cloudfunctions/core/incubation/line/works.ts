import { markZh, meanOf } from '@shared/benefits/kinds/incubator-place/marks';
import { letTypes, type PlaceType, placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { marksIn } from '@shared/benefits/kinds/incubator-place/records';
import { sql } from 'kysely';
import { type ApplicationHead, formAnswersOf, type Work } from '../../benefits/queries';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import { knownFactsOf } from '../../policies/queries';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { siteOfOrganisation } from '../sites/rows';
import { letGo, offerPlace, offerTold, placeWithSite, subjectOf } from './offers';
import { rankWith } from './rank';
import { siteOfApplication } from './wishes';

/** Where and what it wants; it stands in line from its first submission on, however often it is sent back. */
const submit: Work = async (call, application) => {
  const answers = await formAnswersOf(call, application);
  const type = answers['place.type'] as PlaceType;
  const site = await siteOfOrganisation(call.db, String(answers['place.operator']));
  const has = site && letTypes.includes(type) ? await hasType(call, site.siteId, type) : false;
  if (!site || !has)
    throw new Refused(
      'BENEFITS_UNFINISHED',
      `${site?.nameZh ?? '这个基地'}没有${placeTypes[type]?.zh ?? '这类位置'}，请换一个基地或位置类型`,
    );
  const rank = rankWith(application.rank, await knownFactsOf(call.db, application.applicantId));
  await sql`insert into place_wish (application_id, site_id, type, rank, joined_at, waiting)
    values (${application.applicationId}, ${site.siteId}, ${type}, ${rank}, ${at(call.now)}, false)
    on conflict (application_id) do update set site_id = excluded.site_id, type = excluded.type, rank = excluded.rank`.execute(
    call.db,
  );
  return { set: { rank } };
};

async function hasType(call: Call, siteId: string, type: PlaceType): Promise<boolean> {
  const { rows } = await sql`select from place where site_id = ${siteId} and type = ${type}
    and shut is distinct from 'closed' limit 1`.execute(call.db);
  return rows.length > 0;
}

/** The mean of the marks against the site's own bound; by whom it stands, the records keep. */
const marked =
  (passes: boolean): Work =>
  async (call, application, { answers }) => {
    const { terms } = await siteOfApplication(call, application);
    const mean = meanOf(marksIn(answers));
    if (mean >= terms.passMark !== passes) {
      const sentence = `平均 ${markZh(mean)}，分数线 ${markZh(terms.passMark)}，${passes ? '没有达到，请选“登记评分，未达分数线”' : '已经达到，请选“登记评分，进入候补”'}`;
      throw new Refused('BENEFITS_ANSWERS_WRONG', sentence, { mark1: sentence });
    }
    if (passes)
      await sql`update place_wish set waiting = true where application_id = ${application.applicationId}`.execute(
        call.db,
      );
    return {};
  };

/** Of what is offered the place stands still until it is answered: from now on its hour counts no more. */
const accept: Work = async (call, { applicationId }) => {
  const { rows } =
    await sql`update tenancy set lapses_at = null where application_id = ${applicationId} and kind = 'hold' and stands
    and lapses_at > ${at(call.now)} returning id`.execute(call.db);
  if (rows.length === 0) throw new Refused('INCUBATOR_PLACE_OFFER_LAPSED');
  return {};
};

/** Lets the place go to the next in line. Who `staysOn` goes to the end of its rank, and is not offered this place again. */
async function passOn(call: Call, { applicationId }: ApplicationHead, staysOn: boolean): Promise<number | null> {
  const placeId = await letGo(call, { applicationId });
  await sql`update place_wish set waiting = ${staysOn}, joined_at = case when ${staysOn} then ${at(call.now)} else joined_at end,
    let_go = case when ${placeId}::int is null then let_go else let_go || ${placeId}::int end
    where application_id = ${applicationId}`.execute(call.db);
  if (placeId === null) return null;
  const place = await placeWithSite(call, placeId);
  // Out for repair meanwhile: whoever is next is offered it once it is back.
  if (place?.place.shut === null) await offerPlace(call, placeId, 'clock');
  return placeId;
}

const decline: Work = async (call, application) => {
  await passOn(call, application, true);
  return {};
};

/** The hour has passed. That it lapsed is told even where the place was given to another already. */
const lapse: Work = async (call, application) => {
  const { rows } = await sql<{
    placeId: number;
    lapsesAt: number;
  }>`select place_id as "placeId", lapses_at as "lapsesAt" from tenancy
    where application_id = ${application.applicationId} and kind = 'hold' and lapses_at <= ${at(call.now)} order by lapses_at desc limit 1`.execute(
    call.db,
  );
  await passOn(call, application, true);
  const [held] = rows;
  const found = held ? await placeWithSite(call, held.placeId) : null;
  if (held && found) {
    await sql`update place_wish set let_go = let_go || ${held.placeId}::int
      where application_id = ${application.applicationId} and not (${held.placeId} = any(let_go))`.execute(call.db);
    await emit(call, 'offer.lapsed', subjectOf(application), offerTold(application, found, held.lapsesAt));
  }
  return {};
};

/** Whoever leaves waits no more; what was held for them goes to the next. */
const leaveLine: Work = async (call, application) => {
  await passOn(call, application, false);
  return {};
};

/** What happens with moves up to an offer's answer. */
export const lineWorks: Readonly<Record<string, Work>> = {
  submit,
  admit: marked(true),
  failMark: marked(false),
  accept,
  decline,
  lapse,
  neverSigned: leaveLine,
  withdraw: leaveLine,
};
