import { placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { incubationContract } from '@shared/incubation/contract';
import { termProblems, usualHours, usualTerms } from '@shared/incubation/terms';
import { organisationsOf } from '@shared/kernel/actor';
import { sameName } from '@shared/kernel/typed/typed';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { breaksUnique } from '../../platform/broken-constraint';
import { at, json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { type Load, noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { hasIt, type Place, type Site, siteHead, siteOf } from './rows';

/** A site of one's own, locked when it is changed. */
export const siteToChange: Load<{ siteId: string }, Site> = async (call, input, lock) => {
  if (lock) await sql`select from place_site where id = ${input.siteId} for update`.execute(call.db);
  return siteOf(call, input, lock);
};

/** Whoever saves has seen what stands: what changed meanwhile is shown to them. */
export async function insistSeen(call: Call, site: Site, seen: number): Promise<void> {
  if (site.version !== seen)
    throw new Refused('INCUBATION_SITE_STALE', undefined, {}, { version: site.version, ...siteHead(site) });
  await sql`update place_site set version = version + 1 where id = ${site.siteId}`.execute(call.db);
}

type Setup = Pick<Place, 'placeId' | 'floor' | 'code' | 'type' | 'detailZh' | 'rentFen'> & {
  closed: boolean;
  taken: boolean;
};

/** In SQL, of a place `p`: somebody has it, will have it, or booked it for a time to come. */
export const isTaken = (
  now: number,
) => sql<boolean>`(exists (select from tenancy t where t.place_id = p.id and ${hasIt(now)})
  or exists (select from place_booking b where b.place_id = p.id and b.cancelled_at is null and b.ends_at > ${at(now)}))`;

export const siteSetup = procedure(incubationContract.siteSetup, siteOf, async (call, _input, site) => {
  const { rows } =
    await sql<Setup>`select p.id as "placeId", p.floor, p.code, p.type, p.detail_zh as "detailZh", p.rent_fen as "rentFen",
      p.shut is not distinct from 'closed' as closed, ${isTaken(call.now)} as taken
    from place p where p.site_id = ${site.siteId} order by p.floor, p.spot, p.id limit 2000`.execute(call.db);
  return {
    ...siteHead(site),
    version: site.version,
    terms: { ...site.terms, reliefPercent: [...site.terms.reliefPercent], sourceZh: site.terms.sourceZh ?? '' },
    places: rows.map((row) => ({ ...row, typeZh: placeTypes[row.type].zh })),
  };
});

/** The organisations of the caller's in which they run sites, that have none. */
async function withoutSite(call: Call) {
  const own = organisationsOf(call.actor, 'incubatorOperator');
  const { rows } = await sql<{ value: string; zh: string }>`select o.id as value, o.name_zh as zh from organisation o
    where o.active and o.id = any(${[...own]}::uuid[]) and not exists (select from place_site s where s.organisation_id = o.id)
    order by o.name_zh, o.id`.execute(call.db);
  return rows;
}

const regionsOf = async (call: Call) =>
  (
    await sql<{ value: string; zh: string }>`select id as value, name_zh as zh from region order by sort, id`.execute(
      call.db,
    )
  ).rows;

export const siteChoices = procedure(incubationContract.siteChoices, noSubject, async (call) => {
  const [regions, organisations] = await Promise.all([regionsOf(call), withoutSite(call)]);
  return { regions, organisations };
});

const known = () => new Refused('INCUBATION_SITE_WRONG', undefined, { nameZh: '已有同名的基地，请换一个名称' });

/** Two that are named alike at once. */
const named = (error: unknown): unknown => (breaksUnique(error, 'place_site_name_zh_key') ? known() : error);

/** Two sites of one name could not be told apart. `siteId`: of the one that is named. */
async function insistOwnName(call: Call, nameZh: string, siteId: string | null): Promise<void> {
  const { rows } = await sql<{
    zh: string;
  }>`select name_zh as zh from place_site where id is distinct from ${siteId}::uuid`.execute(call.db);
  if (rows.some(({ zh }) => sameName(zh, nameZh))) throw known();
}

/** Under the organisation's own lock, so that two of its people make one site. It goes by the usual rules. */
export const makeSite = procedure(incubationContract.makeSite, noSubject, async (call, typed) => {
  const { organisationId, regionId, nameZh, addressZh, aboutZh } = typed;
  await sql`select from organisation where id = ${organisationId} for update`.execute(call.db);
  const [regions, organisations] = await Promise.all([regionsOf(call), withoutSite(call)]);
  const wrong = {
    ...(!organisations.some(({ value }) => value === organisationId) && {
      organisationId: '请选择您所在、还没有基地的机构',
    }),
    ...(!regions.some(({ value }) => value === regionId) && { regionId: '请选择县（市、区）' }),
  };
  if (Object.keys(wrong).length > 0) throw new Refused('INCUBATION_SITE_WRONG', undefined, wrong);
  await insistOwnName(call, nameZh, null);
  const id = call.newId();
  try {
    await call.db
      .insertInto('place_site')
      .values({
        id,
        organisation_id: organisationId,
        region_id: regionId,
        name_zh: nameZh,
        address_zh: addressZh,
        about_zh: aboutZh,
        terms: json(usualTerms),
        hours: json(usualHours),
      })
      .execute();
  } catch (error) {
    throw named(error);
  }
  await audit(call, `place_site:${id}`, 'incubation/makeSite', { organisationId, regionId });
  return { siteId: id };
});

export const saveSite = procedure(incubationContract.saveSite, siteToChange, async (call, typed, site) => {
  const { version, nameZh, addressZh, aboutZh } = typed;
  await insistSeen(call, site, version);
  if (nameZh !== site.nameZh) await insistOwnName(call, nameZh, site.siteId);
  try {
    await sql`update place_site set name_zh = ${nameZh}, address_zh = ${addressZh}, about_zh = ${aboutZh} where id = ${site.siteId}`.execute(
      call.db,
    );
  } catch (error) {
    throw named(error);
  }
  await audit(call, `place_site:${site.siteId}`, 'incubation/saveSite', {
    fields: ['nameZh', 'addressZh', 'aboutZh'],
  });
  return { ok: true as const };
});

export const saveSiteTerms = procedure(incubationContract.saveSiteTerms, siteToChange, async (call, typed, site) => {
  const { version, siteId: _, ...terms } = typed;
  const { sourceZh: __, ...figures } = terms;
  await insistSeen(call, site, version);
  const wrong = termProblems(terms);
  if (Object.keys(wrong).length > 0) throw new Refused('INCUBATION_SITE_WRONG', undefined, wrong);
  await sql`update place_site set terms = ${json(terms)} where id = ${site.siteId}`.execute(call.db);
  await audit(call, `place_site:${site.siteId}`, 'incubation/saveSiteTerms', { figures });
  return { ok: true as const };
});
