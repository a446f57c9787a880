import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { grounds } from '@shared/benefits/kinds/incubator-place/records';
import { firstTenure, instantsOf, monthsOf, renewalOf } from '@shared/incubation/tenure';
import { officialCalendar } from '@shared/kernel/holidays';
import { addDays, endOfDayExclusive, shanghaiDate } from '@shared/kernel/shanghai';
import { addWorkdays } from '@shared/kernel/workdays';
import { sql } from 'kysely';
import { type ApplicationHead, formAnswersOf, type Work, type Worked } from '../../benefits/queries';
import { breaksExclusion } from '../../platform/broken-constraint';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { placeWithSite, subjectOf } from '../line/offers';
import { siteOfApplication } from '../line/wishes';
import { placeZh } from '../sites/rows';
import { renewalClosedZh } from './renewal';
import { oldestArrears, writeRent } from './rent';
import { type Agreement, agreementsOf } from './tenancies';

/** How many months somebody was let places: ours by rows, others as they said. */
export async function monthsHad(
  call: Call,
  application: ApplicationHead,
  agreements: readonly Agreement[],
): Promise<number> {
  const said = (await formAnswersOf(call, application))['business.earlierMonths'];
  return monthsOf(agreements) + (typeof said === 'number' ? said : 0);
}

/** Two agreements of one person are never signed at once: of both the months are counted. */
const takeTurn = (call: Call, { applicantId }: ApplicationHead) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`incubation/months:${applicantId}`}, 0))`.execute(call.db);

const noMonths = (mostMonths: number) => `所有基地合计最长 ${mostMonths} 个月，已经用完`;

/** The hold becomes the agreement: the same row, so that nothing comes between. */
const sign: Work = async (call, application, { answers }) => {
  await takeTurn(call, application);
  const site = await siteOfApplication(call, application);
  const had = await monthsHad(call, application, await agreementsOf(call.db, application.applicantId));
  const tenure = firstTenure(String(answers.from), had, site.terms);
  if (tenure === null) throw new Refused('BENEFITS_ANSWERS_WRONG', undefined, { from: noMonths(site.terms.maxMonths) });
  const { from, to } = instantsOf(tenure);
  const rows = await refusingTaken(
    async () =>
      (
        await sql<{
          id: string;
          placeId: number;
        }>`update tenancy set kind = 'agreement', starts_at = ${at(from)}, ends_at = ${at(to)},
          lapses_at = null, number_zh = ${String(answers.number)}, told_at = null
          where application_id = ${application.applicationId} and kind = 'hold' and stands returning id, place_id as "placeId"`.execute(
          call.db,
        )
      ).rows,
  );
  const [held] = rows;
  if (!held) throw new Refused('CASE_STALE');
  await writeRent(call, { tenancyId: held.id, placeId: held.placeId, tenure, had }, site);
  return { set: { lapses_at: at(to) } };
};

/** What is let to somebody else already, the database refuses. */
async function refusingTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (breaksExclusion(error, 'tenancy_one_at_a_time'))
      throw new Refused('BENEFITS_ANSWERS_WRONG', '这个位置在这段时间已有人，请核对');
    throw error;
  }
}

/** The agreement that runs, or begins next. */
async function current(call: Call, { applicantId, applicationId }: ApplicationHead): Promise<Agreement> {
  const own = (await agreementsOf(call.db, applicantId)).filter((one) => one.applicationId === applicationId);
  const last = own.at(-1);
  if (!last) throw new Error('Somebody has a place without an agreement.');
  return last;
}

/** Whatever happens, the clock ends it with its agreement. */
const untilEnd = async (call: Call, application: ApplicationHead): Promise<Worked> => ({
  set: { lapses_at: at((await current(call, application)).endsAt) },
});

const goesOn: Work = (call, application) => untilEnd(call, application);

const askRenewal: Work = async (call, application) => {
  const { terms } = await siteOfApplication(call, application);
  const agreements = await agreementsOf(call.db, application.applicantId);
  const had = await monthsHad(call, application, agreements);
  const closed = renewalClosedZh((await current(call, application)).to, had, terms, shanghaiDate(call.now));
  if (closed !== null) throw new Refused('INCUBATOR_PLACE_NO_RENEWAL', closed);
  return untilEnd(call, application);
};

/** Another agreement of the same place, from the day on which the first ends. */
const renew: Work = async (call, application, { answers }) => {
  await takeTurn(call, application);
  const site = await siteOfApplication(call, application);
  const had = await monthsHad(call, application, await agreementsOf(call.db, application.applicantId));
  const last = await current(call, application);
  const tenure = renewalOf(last.to, had, site.terms);
  if (tenure === null) throw new Refused('INCUBATOR_PLACE_NO_RENEWAL', noMonths(site.terms.maxMonths));
  const { from, to } = instantsOf(tenure);
  const tenancyId = call.newId();
  await refusingTaken(() =>
    call.db
      .insertInto('tenancy')
      .values({
        id: tenancyId,
        place_id: last.placeId,
        site_id: site.siteId,
        application_id: application.applicationId,
        person_id: application.applicantId,
        kind: 'agreement',
        starts_at: at(from),
        ends_at: at(to),
        stands: true,
        lapses_at: null,
        number_zh: String(answers.number),
      })
      .execute(),
  );
  await writeRent(call, { tenancyId, placeId: last.placeId, tenure, had }, site);
  return { set: { lapses_at: at(to) } };
};

const warn: Work = async (call, application, { answers }) => {
  const site = await siteOfApplication(call, application);
  const today = shanghaiDate(call.now);
  if (answers.ground === 'rent') {
    const oldest = await oldestArrears(call, application.applicationId, today);
    if (oldest === null || addDays(oldest, site.terms.arrearsDays) > today)
      throw new Refused('BENEFITS_ANSWERS_WRONG', undefined, { ground: `没有欠满 ${site.terms.arrearsDays} 天的租金` });
  }
  const last = await current(call, application);
  const found = await placeWithSite(call, last.placeId);
  if (found)
    await emit(call, 'place.warned', subjectOf(application), {
      applicationId: application.applicationId,
      personId: application.applicantId,
      organisationId: site.organisationId,
      siteZh: site.nameZh,
      placeZh: placeZh(found.place),
      groundZh: grounds.find(({ value }) => value === answers.ground)?.zh ?? '',
      dueOn: addWorkdays(today, incubatorPlace.clocks.warned?.workdays ?? 0, officialCalendar).due,
    });
  return untilEnd(call, application);
};

/** The place is given back at the end of the day; what was never begun never was, and rent is owed for no month that follows. */
const giveBack: Work = async (call, { applicationId }) => {
  const today = shanghaiDate(call.now);
  const over = at(endOfDayExclusive(today));
  await sql`update tenancy set stands = starts_at < ${over}, ends_at = case when starts_at < ${over} then least(ends_at, ${over}) else ends_at end
    where application_id = ${applicationId} and kind = 'agreement' and stands`.execute(call.db);
  await sql`delete from rent_month where paid_on is null and due_on > ${today}
    and tenancy_id in (select id from tenancy where application_id = ${applicationId})`.execute(call.db);
  return {};
};

/** What happens with moves of whoever has a place. */
export const stayWorks: Readonly<Record<string, Work>> = {
  sign,
  moveIn: goesOn,
  askRenewal,
  renew,
  refuseRenewal: goesOn,
  warn,
  clear: goesOn,
  leave: giveBack,
  remove: giveBack,
};
