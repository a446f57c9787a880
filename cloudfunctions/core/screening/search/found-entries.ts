import { tokens } from '@shared/entry/found-by';
import type { EntryState } from '@shared/entry/states';
import { type RawBuilder, sql } from 'kysely';
import type { Place } from '../../platform/cursor';
import type { Db } from '../../platform/db';
import { isAmong } from '../../platform/grants';

export type FoundRow = {
  id: string;
  /** Its place among all that can be found; the newest has the largest. */
  n: number;
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

/** What is looked for. */
export type Sought =
  /** One of these stands among the tokens. */
  | { by: 'token'; anyOf: readonly string[] }
  /** Each of the parts stands in the words, which can only be where all these pairs stand among the tokens. */
  | { by: 'words'; parts: readonly string[]; pairs: readonly string[] }
  /** A condition on `entry e` that an index of its own answers. */
  | { by: 'entry'; where: RawBuilder<boolean> };

export type SearchScope = { personId: string; regionIds: readonly string[] | 'all'; place: Place | null };

/**
 * So many of the newest are looked through for words before the index is asked: where words stand in one of twelve these hold a page already, and the
 * index would know too many. A region's rows lie each on a page of its own, and reading one costs as much as many of the city's.
 */
const lookedThrough = { all: 256, some: 64 };

/**
 * Then the index is asked for words among the latest numbers, and many times as many, by the groups of 2^11 and 2^14 numbers that it knows
 * (`among`), and last among all. A page that is full asks no further, and where it is not full there were few, so that a step finds some hundred
 * at most however many there are in all. A region has few of the numbers, so that of the small groups it is asked for twice as many: in the large
 * ones a name of several frequent pairs costs three times that.
 */
const steps = [
  { look: sql`among_11`, bits: 11, latest: { all: [0, 1], some: [0, 1, 2, 3] } },
  { look: sql`among_14`, bits: 14, latest: { all: [0, 1], some: [0, 1] } },
  { look: sql`among_all`, bits: null, latest: null },
] as const;
type Step = (typeof steps)[number];

/**
 * The newest `most` entries that were ever submitted and hold what is sought, in the regions that one serves, beyond a place; never one's own.
 * One statement, and its cost hangs on no number of entries.
 */
export async function readFound(db: Db, sought: Sought, scope: SearchScope, most: number): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`with ${hits(sought, scope, most)}
    select e.id, s.n, e.version, e.title, e.reference, e.state, e.recalled_at, r.name_zh as region_zh, s.leader_zh, s.phone_masked,
      case when d.status <> 'current' then d.year end as past_year
    from hit h join entry e on e.id = h.entry_id join entry_search s on s.entry_id = e.id
      join region r on r.id = e.region_id join edition d on d.id = e.edition_id
    order by s.n desc`.execute(db);
  return rows;
}

/** The parts of a statement, the last of which is `hit (entry_id, n)`. */
function hits(sought: Sought, scope: SearchScope, most: number): RawBuilder<unknown> {
  // In order first: the rest is asked of so many as fill the page.
  const pageOf = (rows: RawBuilder<unknown>) => sql`as materialized (
    select s.entry_id, s.n from (select s.entry_id, s.n from ${rows} and ${beyond(scope.place)} order by s.n desc offset 0) s
    where ${notOwn(scope.personId)} order by s.n desc limit ${sql.lit(most)})`;
  if (sought.by === 'entry') {
    const served = isAmong(scope.regionIds, sql`s.region_id`);
    return sql`hit ${pageOf(sql`entry e join entry_search s on s.entry_id = e.id where ${sought.where} and ${served}`)}`;
  }
  const indexed = servedOnly(scope.regionIds);
  if (sought.by === 'token')
    return sql`hit ${pageOf(sql`entry_search s where s.tokens && ${unseen(sought.anyOf)} and ${indexed}`)}`;

  const holds = sql`s.words like all (${unseen(sought.parts.map((part) => `%${literal(part)}%`))})`;
  const looks = [sql`near`];
  const far = steps.map((step) => {
    const { look } = step;
    const unfilled = looks.map((earlier) => sql`(select count(*) from ${earlier}) < ${sql.lit(most)}`);
    looks.push(look);
    return sql`${look} ${pageOf(sql`entry_search s
      where ${sql.join(unfilled, sql` and `)} and ${holdingPairs(sought.pairs, step, scope.regionIds)} and ${holds}`)}`;
  });
  const found = looks.map((look) => sql`select * from ${look}`);
  return sql`near ${pageOf(sql`(${newest(scope)}) s where ${holds}`)},
    latest as materialized (select max(s.n) as n from entry_search s where ${beyond(scope.place)}),
    ${sql.join(far)},
    hit as (select * from (${sql.join(found, sql` union `)}) f order by n desc limit ${sql.lit(most)})`;
}

/** What holds the pairs, of the step's latest groups of numbers, in the city's or in the regions' own part of them; or of all. */
function holdingPairs(pairs: readonly string[], step: Step, regionIds: SearchScope['regionIds']): RawBuilder<unknown> {
  const [only, ...others] = regionIds;
  // One region is one more of what must stand there: the index reads one list with the others instead of a second question.
  if (step.bits === null && regionIds !== 'all' && only !== undefined && others.length === 0)
    return sql`s.tokens @> ${unseen([...pairs, tokens.region(only)])}`;
  const held = sql`s.tokens @> ${unseen(pairs)}`;
  return sql`${held} and ${step.bits === null ? servedOnly(regionIds) : amongLatest(step, regionIds)}`;
}

function amongLatest(
  { bits, latest }: Exclude<Step, { bits: null }>,
  regionIds: SearchScope['regionIds'],
): RawBuilder<unknown> {
  const group = sql`${sql.lit(`${bits}:`)} || (l.n >> ${sql.lit(bits)}) - k`;
  const asked = sql.lit(`{${latest[regionIds === 'all' ? 'all' : 'some'].join(',')}}`);
  const groups = sql`latest l, unnest(${asked}::int[]) k`;
  return regionIds === 'all'
    ? sql`s.among && array(select ${group} from ${groups})`
    : sql`s.among && array(select o.region_id || '/' || ${group} from ${groups}, unnest(${unseen(regionIds)}) as o (region_id))`;
}

/**
 * The newest rows of all regions, or of each that is served and of these together, from their indexes. A region is a span that begins and ends with it:
 * were it equal to one, the planner might walk through the whole city for those of a small region.
 */
function newest({ regionIds, place }: SearchScope): RawBuilder<unknown> {
  const most = sql`limit ${sql.lit(lookedThrough[regionIds === 'all' ? 'all' : 'some'])}`;
  if (regionIds === 'all')
    return sql`select s.entry_id, s.n, s.words from entry_search s where ${beyond(place)} order by s.n desc ${most}`;
  return sql`select m.* from unnest(${unseen(regionIds)}) as o (region_id) cross join lateral (
      select s.entry_id, s.n, s.words from entry_search s where s.region_id between o.region_id and o.region_id and ${beyond(place)}
      order by s.region_id desc, s.n desc ${most}) m
    order by m.n desc ${most}`;
}

const beyond = (place: Place | null) => (place === null ? sql`true` : sql`s.n < ${Number(place.value)}`);

/** The regions, as the index of tokens knows them: it then reads what these have, and not the city. */
const servedOnly = (regionIds: SearchScope['regionIds']) =>
  regionIds === 'all' ? sql`true` : sql`s.tokens && ${unseen(regionIds.map(tokens.region))}`;

/**
 * Nobody handles an entry that they lead or ever belonged to, and finds none (conventions, Who). Asked of each by its key: one leader may have many
 * entries in the eyes of the planner, which would then read through all.
 */
const notOwn = (personId: string) => sql`(select e.leader_id from entry e where e.id = s.entry_id) <> ${personId}
    and not exists (select from entry_member own where own.entry_id = s.entry_id and own.person_id = ${personId})`;

/**
 * Words as the planner cannot see them: then what it thinks of one search it thinks of all, and plans the prepared statement once instead of at every
 * call, which cost more than the search itself.
 */
const unseen = (words: readonly string[]) => sql`(select ${[...words]}::text[])::text[]`;

const literal = (words: string) => words.replace(/[\\%_]/g, '\\$&');
