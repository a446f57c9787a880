import { type PlaceType, placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import type { SiteSubject } from '@shared/incubation/subjects';
import type { HourTerms, PlaceTerms } from '@shared/incubation/terms';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';
import type { Load } from '../../rpc/procedure';

/** A site with its rules. */
export type Site = SiteSubject & {
  regionId: string;
  nameZh: string;
  regionZh: string;
  addressZh: string;
  aboutZh: string;
  terms: PlaceTerms;
  hours: HourTerms;
  version: number;
};

export const sitesWhere = (where: RawBuilder<unknown>) =>
  sql<Site>`select s.id as "siteId", s.organisation_id as "organisationId", s.region_id as "regionId", s.name_zh as "nameZh",
    r.name_zh as "regionZh", s.address_zh as "addressZh", s.about_zh as "aboutZh", s.terms, s.hours, s.version
    from place_site s join region r on r.id = s.region_id where ${where} order by s.name_zh, s.id limit 200`;

export const siteOf: Load<{ siteId: string }, Site> = async (call, { siteId }) =>
  (await sitesWhere(sql`s.id = ${siteId}`).execute(call.db)).rows[0] ?? null;

/** The site of an organisation; an organisation has one. */
export const siteOfOrganisation = async (db: Db, organisationId: string): Promise<Site | null> =>
  (await sitesWhere(sql`s.organisation_id = ${organisationId}`).execute(db)).rows[0] ?? null;

/** What pages are told of a site alike. */
export const siteHead = ({ siteId, nameZh, regionZh, addressZh, aboutZh }: Site) => ({
  siteId,
  nameZh,
  regionZh,
  addressZh,
  aboutZh,
});

/** A place with whoever has it: an offer that is not lapsed, or an agreement that is not over. */
export type Place = {
  placeId: number;
  siteId: string;
  floor: number;
  code: string;
  type: PlaceType;
  detailZh: string;
  rentFen: number;
  shut: 'repair' | 'closed' | null;
  tenancyId: string | null;
  kind: 'hold' | 'agreement' | null;
  applicationId: string | null;
  startsAt: number | null;
  endsAt: number | null;
  lapsesAt: number | null;
};

/** True of a tenancy (`t`) by which a place is taken now: a lapsed offer is over whether or not anybody tidied up, a later agreement has it already. */
export const hasIt = (now: number) =>
  sql`t.stands and (t.ends_at is null or t.ends_at > ${at(now)}) and (t.lapses_at is null or t.lapses_at > ${at(now)})`;

/** Places in the order in which they are drawn; of one that is let anew its last agreement. */
export const placesWhere = (now: number, where: RawBuilder<unknown>) =>
  sql<Place>`select p.id as "placeId", p.site_id as "siteId", p.floor, p.code, p.type, p.detail_zh as "detailZh", p.rent_fen as "rentFen", p.shut,
    t.id as "tenancyId", t.kind, t.application_id as "applicationId", t.starts_at as "startsAt", t.ends_at as "endsAt", t.lapses_at as "lapsesAt"
    from place p left join lateral (select * from tenancy t where t.place_id = p.id and ${hasIt(now)} order by t.ends_at desc nulls first limit 1) t on true
    where ${where} and p.shut is distinct from 'closed' order by p.floor, p.spot, p.id limit 2000`;

/** `B03 办公间`. */
export const placeZh = ({ code, type }: Pick<Place, 'code' | 'type'>): string => `${code} ${placeTypes[type].zh}`;

export const isHourly = ({ type }: Pick<Place, 'type'>): boolean => placeTypes[type].let === 'hour';
