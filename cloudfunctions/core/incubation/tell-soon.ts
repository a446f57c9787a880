import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { lastDay } from '@shared/incubation/tenure';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';
import { type Call, makeCall } from '../rpc/call';
import type { Home } from '../rpc/home';
import { type Place, placeZh } from './sites/rows';

/** So many are told in one transaction. */
const atOnce = 100;

type Told = {
  applicationId: string;
  personId: string;
  organisationId: string;
  siteZh: string;
  code: string;
  type: Place['type'];
};

type Soon = Told & { kind: 'hold' | 'agreement'; startsAt: number; endsAt: number | null; lapsesAt: number | null };

const who = sql`t.application_id as "applicationId", t.person_id as "personId", s.organisation_id as "organisationId",
  s.name_zh as "siteZh", p.code, p.type`;

const placeTold = ({ code, type, applicationId, personId, organisationId, siteZh }: Told) => ({
  applicationId,
  personId,
  organisationId,
  siteZh,
  placeZh: placeZh({ code, type }),
});

const subjectOf = ({ applicationId }: Told) => `${incubatorPlace.lifecycle.name}:${applicationId}`;

/** A day before an offer lapses, and so long before an agreement ends as its site says, each once; of one that goes on nothing is said. */
async function tellSoon(call: Call): Promise<number> {
  const now = at(call.now);
  const { rows } = await sql<Soon>`update tenancy t set told_at = ${now} from place p, place_site s
    where p.id = t.place_id and s.id = t.site_id and t.id in (
      select u.id from tenancy u join place_site v on v.id = u.site_id
      where u.stands and u.told_at is null and coalesce(u.lapses_at, u.ends_at) > ${now}
        and coalesce(u.lapses_at, u.ends_at) <= ${now}::timestamptz + case u.kind when 'hold' then interval '1 day'
          else (v.terms ->> 'renewalDays')::int * interval '1 day' end
        and not exists (select from tenancy l where l.application_id = u.application_id and l.stands and l.starts_at >= u.ends_at)
      order by coalesce(u.lapses_at, u.ends_at) limit ${atOnce} for update of u skip locked)
    returning ${who}, t.kind, t.starts_at as "startsAt", t.ends_at as "endsAt", t.lapses_at as "lapsesAt"`.execute(
    call.db,
  );
  for (const row of rows) {
    if (row.kind === 'hold' && row.lapsesAt !== null)
      await emit(call, 'offer.lapsing', subjectOf(row), { ...placeTold(row), lapsesAt: toShanghai(row.lapsesAt) });
    if (row.kind === 'agreement' && row.endsAt !== null) {
      const tenure = { from: shanghaiDate(row.startsAt), to: shanghaiDate(row.endsAt) };
      await emit(call, 'place.endSoon', subjectOf(row), { ...placeTold(row), lastDay: lastDay(tenure) });
    }
  }
  return rows.length;
}

type Due = Told & { dueOn: string; dueFen: number };

/** On the day on which a month's rent is owed, once. */
async function tellRent(call: Call): Promise<number> {
  const { rows } =
    await sql<Due>`update rent_month m set told_at = ${at(call.now)} from tenancy t, place p, place_site s
    where t.id = m.tenancy_id and p.id = t.place_id and s.id = t.site_id and (m.tenancy_id, m.n) in (
      select o.tenancy_id, o.n from rent_month o where o.paid_on is null and o.due_fen > 0 and o.told_at is null
        and o.due_on <= ${shanghaiDate(call.now)} order by o.due_on limit ${atOnce} for update skip locked)
    returning ${who}, m.due_on as "dueOn", m.due_fen as "dueFen"`.execute(call.db);
  for (const row of rows)
    await emit(call, 'rent.due', subjectOf(row), { ...placeTold(row), dueOn: row.dueOn, dueFen: row.dueFen });
  return rows.length;
}

/** By the clock: what lapses, ends or is owed soon, each in its own transactions until nothing is left. */
export async function tellOfPlaces(home: Home): Promise<number> {
  let told = 0;
  const now = home.now();
  for (const tell of [tellSoon, tellRent]) {
    for (;;) {
      const done = await home.db.transaction().execute((tx) => tell(makeCall(home, tx, null, now)));
      told += done;
      if (done < atOnce) break;
    }
  }
  if (told > 0) home.wake();
  return told;
}
