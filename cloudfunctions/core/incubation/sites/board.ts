import { letTypes, placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { boardCountsUpTo } from '@shared/incubation/board';
import { incubationContract } from '@shared/incubation/contract';
import { lastDay } from '@shared/incubation/tenure';
import { dayMs, lastDayZh, untilZh } from '@shared/kernel/moment-words';
import { shanghaiDate, startOfDay, toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { inLineView, nameOf, type Waiting, waitingWhere } from '../line/line-rows';
import type { Month } from '../stays/month';
import { floorsOf, isFree } from './floors';
import { isHourly, type Place, placesWhere, placeZh, type Site, siteHead, siteOf } from './rows';

type Owed = Month & {
  applicationId: string;
  code: string;
  type: Place['type'];
  nameZh: string | null;
};

/** So many rows of what is owed and of what ends are shown. */
const shown = 20;

/** What is owed at a site, the oldest first. */
const arrearsAt = (call: Call, siteId: string, today: string) =>
  sql<Owed>`select m.tenancy_id as "tenancyId", m.n, m.due_on as "dueOn", m.full_fen as "fullFen", m.relief_percent as "reliefPercent",
    m.due_fen as "dueFen", m.paid_on as "paidOn", t.application_id as "applicationId", p.code, p.type,
    ${nameOf(sql`t.application_id`)} as "nameZh"
    from rent_month m join tenancy t on t.id = m.tenancy_id join place p on p.id = t.place_id
    where m.site_id = ${siteId} and m.paid_on is null and m.due_fen > 0 and m.due_on <= ${today} order by m.due_on, m.tenancy_id limit ${sql.lit(shown)}`.execute(
    call.db,
  );

type Line = Omit<Waiting, 'id'> & { id: string | null; waiting: number; todos: number };

/** How many wait for each type, counted to a bound, and the first of them; beside each, what waits at the site's desk. */
const linesAt = (call: Call, { siteId, organisationId }: Site) =>
  sql<Line>`select t.type, (select count(*) from (select from place_wish w where w.waiting and w.site_id = ${siteId} and w.type = t.type
      limit ${sql.lit(boardCountsUpTo)}) counted)::int as waiting,
      (select count(*) from (select from application a where a.organisation_id = ${organisationId}
        and a.party = 'operator' and a.waits = 'staff' limit ${sql.lit(boardCountsUpTo)}) counted)::int as todos,
      f.id, f.rank, f."rankZh", f."joinedAt", f."nameZh"
    from unnest(${sql.lit(`{${letTypes.join(',')}}`)}::text[]) t (type)
    left join lateral (${waitingWhere(sql`w.site_id = ${siteId} and w.type = t.type`, 1)}) f on true`.execute(call.db);

const isEnding = ({ endsAt, kind }: Place, now: number, { terms }: Site): boolean =>
  kind === 'agreement' && endsAt !== null && endsAt - now <= terms.renewalDays * dayMs;

type Stands = 'occupied' | 'ending' | 'held' | 'repair' | 'free';

function standsOf(place: Place, now: number, site: Site): Stands {
  if (place.kind === 'hold') return 'held';
  if (place.kind === 'agreement') return isEnding(place, now, site) ? 'ending' : 'occupied';
  return place.shut === 'repair' ? 'repair' : 'free';
}

const untilZhOf = ({ kind, endsAt, lapsesAt }: Place, now: number): string => {
  if (kind === 'hold') return lapsesAt === null ? '已接受，待签协议' : `${untilZh(toShanghai(lapsesAt), now)} 前答复`;
  return endsAt === null ? '' : `协议到${lastDayZh(endsAt)}`;
};

type Let = Place & { nameZh: string | null };

/** The places as they are drawn, each with how whoever has it is called. */
const placesAt = (call: Call, siteId: string) =>
  sql<Let>`select h.*, ${nameOf(sql`h."applicationId"`)} as "nameZh" from (${placesWhere(call.now, sql`p.site_id = ${siteId}`)}) h`.execute(
    call.db,
  );

/** The operator's board: who is where until when, what is free and for whom, what ends and what is owed. */
export const board = procedure(incubationContract.board, siteOf, async (call, _input, site) => {
  const today = shanghaiDate(call.now);
  const [places, arrears, lines] = await Promise.all([
    placesAt(call, site.siteId),
    arrearsAt(call, site.siteId, today),
    linesAt(call, site),
  ]);
  const let_ = places.rows.filter((place) => !isHourly(place));
  const stands = (place: Place) => standsOf(place, call.now, site);
  const many = (...which: Stands[]) => let_.filter((place) => which.includes(stands(place))).length;
  const lapses = let_.flatMap(({ lapsesAt }) => lapsesAt ?? []);
  return {
    ...siteHead(site),
    counts: {
      total: let_.length,
      occupied: many('occupied', 'ending'),
      held: many('held'),
      repair: many('repair'),
      free: let_.filter(isFree).length,
    },
    firstLapse: lapses.length === 0 ? null : toShanghai(Math.min(...lapses)),
    floors: floorsOf(let_, (place) => ({
      stands: stands(place),
      applicationId: place.applicationId,
      nameZh: place.nameZh ?? '',
      untilZh: untilZhOf(place, call.now),
    })),
    lines: lines.rows
      .filter(({ type, waiting }) => waiting > 0 || let_.some((place) => place.type === type))
      .map(({ waiting, todos: _, id, ...first }) => ({
        type: first.type,
        typeZh: placeTypes[first.type].zh,
        waiting,
        first: id === null ? null : inLineView({ ...first, id }),
      })),
    endings: endingsOf(let_, call.now, site).slice(0, shown),
    arrears: arrears.rows.map(({ code, type, nameZh, ...owed }) => ({
      ...owed,
      nameZh: nameZh ?? '',
      placeZh: placeZh({ code, type }),
      days: Math.floor((startOfDay(today) - startOfDay(owed.dueOn)) / dayMs),
    })),
    hourly: places.rows.length - let_.length,
    todos: lines.rows[0]?.todos ?? 0,
  };
});

function endingsOf(places: readonly Place[], now: number, site: Site) {
  const today = shanghaiDate(now);
  return places
    .filter((place) => isEnding(place, now, site))
    .sort((a, b) => (a.endsAt ?? 0) - (b.endsAt ?? 0))
    .flatMap((place) => {
      const { applicationId, startsAt, endsAt } = place;
      if (applicationId === null || startsAt === null || endsAt === null) return [];
      const tenure = { from: shanghaiDate(startsAt), to: shanghaiDate(endsAt) };
      return [
        {
          applicationId,
          placeZh: placeZh(place),
          lastDay: lastDay(tenure),
          daysLeft: Math.max(0, Math.round((startOfDay(lastDay(tenure)) - startOfDay(today)) / dayMs)),
        },
      ];
    });
}
