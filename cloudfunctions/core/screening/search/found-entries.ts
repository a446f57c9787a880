import type { EntryState } from '@shared/entry/states';
import { type RawBuilder, sql } from 'kysely';
import type { Place } from '../../platform/cursor';
import type { Db } from '../../platform/db';
import { notInvolved } from '../queue/queue-filter';

export type FoundRow = {
  id: string;
  version: number;
  title: string;
  reference: string | null;
  state: EntryState;
  recalled_at: number | null;
  region_zh: string;
  leader_zh: string;
  phone_masked: string;
  /** The year of an edition that is over; null in the one that runs. */
  past_year: number | null;
};

/** What is looked for in the rows of `entry_search s` and `entry e`. */
export type Sought =
  /** A condition that an index answers alone. */
  | { where: RawBuilder<boolean>; words?: undefined }
  /** Words that stand in `s.words`, and the condition by which the index comes near them. */
  | { words: RawBuilder<boolean>; where: RawBuilder<boolean> };

export type SearchScope = { personId: string; regionIds: readonly string[] | 'all'; place: Place | null };

/**
 * So many of the newest are looked through for words before the index is asked. Where words stand in many entries these hold a page already, and
 * sorting all that the index knows would take long; where they do not, the index knows few.
 */
const lookedThrough = 500;

const inRegions = (regionIds: SearchScope['regionIds']) =>
  regionIds === 'all' ? sql<boolean>`true` : sql<boolean>`s.region_id = any(${[...regionIds]})`;

/**
 * The newest `most` entries that were ever submitted and hold what is sought, in the regions that one serves, beyond a place; never one's own.
 * One statement, and its cost hangs on no number of entries.
 */
export async function readFound(db: Db, sought: Sought, scope: SearchScope, most: number): Promise<FoundRow[]> {
  const { personId, regionIds, place } = scope;
  const beyond = place === null ? sql`true` : sql`s.entry_id < ${place.id}::uuid`;
  const served = sql`${inRegions(regionIds)} and ${beyond} and ${notInvolved(personId)}`;
  const indexed = sql`select x.entry_id from (
      select s.entry_id from entry_search s join entry e on e.id = s.entry_id
      where ${sought.where} and ${sought.words ?? sql`true`} and ${served} offset 0) x
    order by x.entry_id desc limit ${most}`;
  const hits =
    sought.words === undefined
      ? sql`hit as materialized (${indexed})`
      : sql`near as materialized (
          select s.entry_id from (${newest(regionIds, beyond)}) s join entry e on e.id = s.entry_id
          where ${sought.words} and ${notInvolved(personId)} order by s.entry_id desc limit ${most}),
        hit as materialized (
          select entry_id from near where (select count(*) from near) = ${most}
          union all select * from (${indexed}) far where (select count(*) from near) < ${most})`;
  const { rows } = await sql<FoundRow>`with ${hits}
    select e.id, e.version, e.title, e.reference, e.state, e.recalled_at, r.name_zh as region_zh, s.leader_zh, s.phone_masked,
      case when d.status <> 'current' then d.year end as past_year
    from hit h join entry e on e.id = h.entry_id join entry_search s on s.entry_id = e.id
      join region r on r.id = e.region_id join edition d on d.id = e.edition_id
    order by e.id desc`.execute(db);
  return rows;
}

/** The newest rows of all regions, or of each that is served and of these together, from their indexes. */
function newest(regionIds: SearchScope['regionIds'], beyond: RawBuilder<unknown>): RawBuilder<unknown> {
  if (regionIds === 'all')
    return sql`select s.entry_id, s.words from entry_search s where ${beyond} order by s.entry_id desc limit ${lookedThrough}`;
  return sql`select m.entry_id, m.words from unnest(${[...regionIds]}::text[]) as o (region_id) cross join lateral (
      select s.entry_id, s.words from entry_search s where s.region_id = o.region_id and ${beyond}
      order by s.entry_id desc limit ${lookedThrough}) m
    order by m.entry_id desc limit ${lookedThrough}`;
}
