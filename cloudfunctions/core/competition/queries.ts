import type { Blueprint } from '@shared/competition/blueprint';
import type { ContestCard } from '@shared/competition/contest/card';
import type { judgePostView } from '@shared/competition/judging/contract';
import { parts } from '@shared/competition/parts';
import { phaseState, type Span } from '@shared/competition/phase';
import { toShanghai } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import type * as z from 'zod/mini';
import { judgeGrantsOf } from '../people/queries';
import type { Db } from '../platform/db';
import { type Call, me } from '../rpc/call';
import { newestOfEach } from './announcement/newest';

export type Phase = Span & { kind: string; zh: string };
export type Track = { code: string; zh: string; kind: string };
export type Contest = {
  contestId: string;
  editionId: string;
  regionId: string;
  regionZh: string;
  /** The region that a development zone lies in. */
  locatedIn: string | null;
  tracks: Track[];
  phases: Phase[];
  /** How people reach it; null while it has no phone number. */
  contact: ContestCard | null;
};
export type Edition = {
  editionId: string;
  nameZh: string;
  year: number;
  cutoffDate: string;
  synthetic: boolean;
  blueprint: Blueprint;
};

type ContestRow = Omit<Contest, 'phases' | 'contact'> & {
  contact: ContestCard;
  phases: Array<{ kind: string; zh: string; opens: string; closes: string }>;
};

/** What the edition of a contest `c` calls its phase `p`, as a subquery. */
export const phaseZh: RawBuilder<string> = sql`coalesce((select named ->> 'zh'
    from edition d, jsonb_array_elements(d.blueprint -> 'phases') named
    where d.id = c.edition_id and named ->> 'code' = p.kind), '其他阶段')`;

const contests = (where: ReturnType<typeof sql>) => sql<ContestRow>`
  select c.id as "contestId", c.edition_id as "editionId", c.region_id as "regionId", r.name_zh as "regionZh", r.located_in as "locatedIn",
    json_build_object('office', c.office, 'phone', c.phone, 'address', c.address, 'hours', c.hours, 'venue', c.venue) as contact,
    (select coalesce(json_agg(json_build_object('code', t.code, 'zh', t.zh, 'kind', t.kind) order by ct.sort), '[]')
      from contest_track ct join track t on t.edition_id = ct.edition_id and t.code = ct.track_code
      where ct.contest_id = c.id) as tracks,
    (select coalesce(json_agg(json_build_object('kind', p.kind, 'zh', ${phaseZh}, 'opens', p.opens_at, 'closes', p.closes_at)
        order by p.opens_at, p.closes_at, p.kind), '[]')
      from phase p where p.contest_id = c.id) as phases
  from contest c join region r on r.id = c.region_id where ${where} order by r.sort`;

const asContest = (row: ContestRow): Contest => ({
  ...row,
  contact: row.contact.phone === '' ? null : row.contact,
  phases: row.phases.map((p) => ({
    kind: p.kind,
    zh: p.zh,
    opensAt: Date.parse(p.opens),
    closesAt: Date.parse(p.closes),
  })),
});

/** One contest with its tracks and phases; null when there is none, or its edition is not published. */
export async function contestById(db: Db, contestId: string): Promise<Contest | null> {
  const published = sql`c.edition_id in (select id from edition where status <> 'draft')`;
  const { rows } = await contests(sql`c.id = ${contestId} and ${published}`).execute(db);
  return rows[0] ? asContest(rows[0]) : null;
}

/** Every contest of an edition, in the regions' own order. */
export async function contestsOf(db: Db, editionId: string): Promise<Contest[]> {
  const { rows } = await contests(sql`c.edition_id = ${editionId}`).execute(db);
  return rows.map(asContest);
}

const editions = (db: Db) =>
  db
    .selectFrom('edition')
    .select(['id as editionId', 'name_zh as nameZh', 'year', 'cutoff_date as cutoffDate', 'synthetic', 'blueprint']);

/** The edition that the home page opens; null between editions. */
export async function currentEdition(db: Db): Promise<Edition | null> {
  return (await editions(db).where('status', '=', 'current').executeTakeFirst()) ?? null;
}

/** An edition as it stands, or as it was published the n-th time. */
export async function editionById(db: Db, editionId: string, n?: number): Promise<Edition | null> {
  const edition = (await editions(db).where('id', '=', editionId).executeTakeFirst()) ?? null;
  if (edition === null || n === undefined) return edition;
  const version = await db
    .selectFrom('blueprint_version')
    .select(['cutoff_date as cutoffDate', 'blueprint'])
    .where('edition_id', '=', editionId)
    .where('n', '=', n)
    .executeTakeFirst();
  return version ? { ...edition, ...version } : null;
}

/** The latest edition that is over; null before there is one. */
export async function latestPastEdition(db: Db): Promise<Edition | null> {
  return (await editions(db).where('status', '=', 'past').orderBy('year', 'desc').limit(1).executeTakeFirst()) ?? null;
}

export const presentPhase = (phase: Phase, now: number) => ({
  kind: phase.kind,
  zh: phase.zh,
  opensAt: toShanghai(phase.opensAt),
  closesAt: toShanghai(phase.closesAt),
  state: phaseState(phase, now),
});

export const presentCard = (contest: Contest, now: number) => {
  const signUp = contest.phases.find((phase) => phase.kind === 'signUp');
  return {
    contestId: contest.contestId,
    regionId: contest.regionId,
    regionZh: contest.regionZh,
    locatedIn: contest.locatedIn,
    tracks: contest.tracks,
    contact: contest.contact,
    signUp: signUp ? presentPhase(signUp, now) : null,
  };
};

/** The timetable that is shown for the city, which sets the frame: of each phase the first contest's that has it. */
export function cityPhases(contests: readonly Contest[]): Phase[] {
  const first = new Map<string, Phase>();
  for (const phase of contests.flatMap(({ phases }) => phases))
    if (!first.has(phase.kind)) first.set(phase.kind, phase);
  return [...first.values()].sort((a, b) => a.opensAt - b.opensAt || a.closesAt - b.closesAt);
}

/** What anyone sees first. */
export async function presentHome(call: Call) {
  const edition = await currentEdition(call.db);
  const contests = edition ? await contestsOf(call.db, edition.editionId) : [];
  return {
    now: toShanghai(call.now),
    mode: call.home.mode,
    edition: edition && {
      editionId: edition.editionId,
      nameZh: edition.nameZh,
      year: edition.year,
      cutoffDate: edition.cutoffDate,
      synthetic: edition.synthetic,
    },
    contests: contests.map((contest) => presentCard(contest, call.now)),
    phases: cityPhases(contests).map((phase) => presentPhase(phase, call.now)),
    announcements: edition ? await newestOfEach(call.db, edition.editionId) : [],
    organiser: edition?.blueprint.organiser ?? { nameZh: '', filingZh: '' },
    winnersGet: edition?.blueprint.winnersGet ?? [],
  };
}

/** What was published of an edition after its version `known`, up to `n`: which parts, why and when. */
export async function changesSince(
  db: Db,
  editionId: string,
  known: number,
  n: number,
): Promise<Array<{ partZh: string; reason: string; at: string | null }>> {
  if (known >= n) return [];
  const rows = await db
    .selectFrom('blueprint_version')
    .select(['part', 'reason', 'published_at'])
    .where('edition_id', '=', editionId)
    .where('n', '>', known)
    .where('n', '<=', n)
    .orderBy('n')
    .execute();
  return rows.map(({ part, reason, published_at: at }) => ({
    partZh: part === null ? '' : parts[part].zh,
    reason,
    at: at === null ? null : toShanghai(at),
  }));
}

/** Where who calls is a judge: whoever was asked to judge reads when that will be and whom to ask, long before there is anything to score. */
export async function judgePosts(call: Call): Promise<Array<z.output<typeof judgePostView>>> {
  const grants = await judgeGrantsOf(call.db, me(call), call.now);
  if (grants.length === 0) return [];
  const edition = await currentEdition(call.db);
  const contests = edition === null ? [] : await contestsOf(call.db, edition.editionId);
  return grants.map(({ regionId, regionZh, givenBy, givenAt, endsAt }) => {
    const contest = contests.find((each) => each.regionId === regionId);
    const phases = regionId === null ? cityPhases(contests) : (contest?.phases ?? []);
    const judging = phases.find(({ kind }) => kind === 'judging');
    return {
      contestId: contest?.contestId ?? null,
      placeZh: `${regionZh ?? '全市'}赛场`,
      givenBy,
      givenAt: toShanghai(givenAt),
      endsAt: endsAt === null ? null : toShanghai(endsAt),
      judging: judging === undefined ? null : presentPhase(judging, call.now),
    };
  });
}
