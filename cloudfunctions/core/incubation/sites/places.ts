import { type PlaceType, placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { incubationContract } from '@shared/incubation/contract';
import { codesFrom, mostPlaces } from '@shared/incubation/setup/codes';
import { plainName } from '@shared/kernel/typed/typed';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { takeTurn } from '../line/offers';
import { insistSeen, isTaken, siteToChange } from './setup';

type Typed = { floor: number; code: string; type: PlaceType; detailZh: string; rentFen: number };

const wrong = (fields: Record<string, string>) => new Refused('INCUBATION_PLACE_WRONG', undefined, fields);

/** What is booked by the hour costs nothing here. */
const rentOf = ({ type, rentFen }: Typed): number => (placeTypes[type].let === 'hour' ? 0 : rentFen);

export const savePlace = procedure(incubationContract.savePlace, siteToChange, async (call, typed, site) => {
  const { siteId } = site;
  const { version, placeId, many } = typed;
  // Whoever is offered a place meanwhile is offered it as it was.
  await takeTurn(call);
  await insistSeen(call, site, version);
  if (placeId === null) await addPlaces(call, siteId, typed, many);
  else await changePlace(call, siteId, placeId, typed);
  const { floor, type } = typed;
  await audit(call, `place_site:${siteId}`, 'incubation/savePlace', { placeId, floor, type, many });
  return { ok: true as const };
});

/** Two places of a site are numbered differently, to a person's eye; the site is locked. `placeId`: of the one that is numbered. */
async function insistOwnCodes(call: Call, siteId: string, codes: readonly string[], placeId: number | null) {
  const { rows } = await sql<{ code: string }>`select code from place
    where site_id = ${siteId} and id is distinct from ${placeId}::bigint`.execute(call.db);
  const there = new Set(rows.map(({ code }) => plainName(code)));
  if (codes.some((code) => there.has(plainName(code)))) throw wrong({ code: '这个编号已经有了，请换一个' });
}

async function addPlaces(call: Call, siteId: string, typed: Typed, many: number): Promise<void> {
  const codes = codesFrom(typed.code, many);
  if (codes === null) throw wrong({ code: '一次加多个，编号要以数字结尾，例如 A01' });
  const { rows } = await sql<{ n: number; last: number }>`select count(*)::int as n, coalesce(max(spot), 0)::int as last
    from place where site_id = ${siteId}`.execute(call.db);
  const { n = 0, last = 0 } = rows[0] ?? {};
  if (n + codes.length > mostPlaces) throw new Refused('INCUBATION_SITE_FULL');
  await insistOwnCodes(call, siteId, codes, null);
  const { floor, type, detailZh } = typed;
  await call.db
    .insertInto('place')
    .values(
      codes.map((code, i) => ({
        site_id: siteId,
        floor,
        spot: last + i + 1,
        code,
        type,
        detail_zh: detailZh,
        rent_fen: rentOf(typed),
        shut: null,
      })),
    )
    .execute();
}

/** Locks a place, so that nobody books it meanwhile; in a statement of its own, so that the next sees what was booked until then. */
const lockPlace = (call: Call, placeId: number) =>
  sql`select from place where id = ${placeId} for update`.execute(call.db);

async function changePlace(call: Call, siteId: string, placeId: number, typed: Typed): Promise<void> {
  await lockPlace(call, placeId);
  const { rows } = await sql<{
    code: string;
    type: PlaceType;
    taken: boolean;
  }>`select p.code, p.type, ${isTaken(call.now)} as taken
    from place p where p.id = ${placeId} and p.site_id = ${siteId}`.execute(call.db);
  const [found] = rows;
  if (!found) throw new Refused('NOT_FOUND');
  if (found.taken && found.type !== typed.type) throw new Refused('INCUBATION_PLACE_TAKEN');
  const { floor, code, type, detailZh } = typed;
  if (code !== found.code) await insistOwnCodes(call, siteId, [code], placeId);
  await sql`update place set floor = ${floor}, code = ${code}, type = ${type}, detail_zh = ${detailZh}, rent_fen = ${rentOf(typed)}
    where id = ${placeId}`.execute(call.db);
}

export const closePlace = procedure(incubationContract.closePlace, siteToChange, async (call, typed, site) => {
  const { version, placeId, closed } = typed;
  await takeTurn(call);
  await insistSeen(call, site, version);
  await lockPlace(call, placeId);
  const { rows } = await sql<{ taken: boolean }>`select ${isTaken(call.now)} as taken from place p
    where p.id = ${placeId} and p.site_id = ${site.siteId}`.execute(call.db);
  const [found] = rows;
  if (!found) throw new Refused('NOT_FOUND');
  if (closed && found.taken) throw new Refused('INCUBATION_PLACE_TAKEN');
  await sql`update place set shut = ${closed ? 'closed' : null} where id = ${placeId}
    and shut is distinct from ${closed ? 'closed' : 'repair'}`.execute(call.db);
  await audit(call, `place_site:${site.siteId}`, 'incubation/closePlace', { placeId, closed });
  return { ok: true as const };
});
