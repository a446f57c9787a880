import { sql } from 'kysely';
import type { Db } from '../../cloudfunctions/core/platform/db';
import { at } from '../../cloudfunctions/core/platform/schema';
import { currentEdition } from '../../cloudfunctions/core/seeds/editions';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { entryLifecycle } from '../../src/shared/entry/lifecycle';
import type { EntryState } from '../../src/shared/entry/states';
import { makeUuidV7 } from '../../src/shared/kernel/id';
import { fixedNow } from './fixed-clock';

export type EntryRows = {
  count: number;
  /** Each region's contest in turn when it is not given. */
  regionId?: string;
  state: EntryState;
  /** Persona or person. */
  leader?: string;
  /** The first day on which they fall due; the following entries fall due on one of the nine days after it. */
  due?: string;
  claimedBy?: string;
  trackCode?: string;
  /** When they were submitted, in milliseconds. */
  now?: number;
};

/** How many each database has been given: what a file finds does not hang on the files before it. */
const given = new WeakMap<Db, number>();

/**
 * Puts entries straight into the tables, set-wise and with their counts: for lists and measurements, where no form is
 * needed. What the road itself gives belongs to `entry-factory`.
 * @returns the entries' ids, in the order of their titles 测试项目 1, 测试项目 2 …
 */
export async function insertEntryRows(db: Db, rows: EntryRows): Promise<string[]> {
  const now = rows.now ?? fixedNow;
  const who = rows.leader ?? 'entrant-new';
  const leader = who.length === 36 ? who : personaId(who);
  const first = (given.get(db) ?? 0) + 1;
  given.set(db, first - 1 + rows.count);
  const ids = Array.from({ length: rows.count }, (_, i) => idOf(now, first + i));
  const { waits, held: isHeld } = entryLifecycle.states[rows.state];
  const isWaiting = waits === 'staff';
  const submitted = rows.state !== 'draft';
  const held = isHeld ? personaId(rows.claimedBy ?? 'clerk-puxian-1') : null;
  await sql`
    with contests as (
      select c.id, c.region_id, row_number() over (order by c.id) - 1 as k, count(*) over () as all_of_them,
        coalesce(${rows.trackCode ?? null}, (select ct.track_code from contest_track ct where ct.contest_id = c.id
          order by ct.sort limit 1)) as track_code
      from contest c
      where c.edition_id = ${currentEdition} and (${rows.regionId ?? null}::text is null or c.region_id = ${rows.regionId ?? null})),
    subjects as (insert into subject (id, kind, created_at) select id, 'entry', ${at(now)} from unnest(${ids}::uuid[]) as n (id)),
    made as (
      insert into entry (id, edition_id, contest_id, region_id, state, waits, reference, leader_id, title, track_code, group_code,
        started_at, changed_at, submitted_at, first_submitted_at, review_due, correction_due_at, claimed_by, claimed_at,
        claimed_from, synthetic)
      select n.id, ${currentEdition}, c.id, c.region_id, ${rows.state}, ${waits},
        case when ${submitted} then 'XH2025-' || c.region_id || '-' || lpad(n.i::text, 6, '0') end,
        ${leader}, '测试项目 ' || (n.i - ${first} + 1), c.track_code, 'idea_team', ${at(now)}, ${at(now)}::timestamptz - n.i * interval '1 second',
        case when ${submitted} then ${at(now)}::timestamptz end, case when ${submitted} then ${at(now)}::timestamptz end,
        case when ${isWaiting} then ${rows.due ?? '2026-12-01'}::date + (n.i % 10)::int end,
        case when ${rows.state === 'returned'} then ${at(now + 7 * 86_400_000)}::timestamptz end,
        ${held}::uuid, case when ${held}::uuid is not null then ${at(now)}::timestamptz end,
        case when ${held}::uuid is not null then 'submitted' end, true
      from unnest(${ids}::uuid[], ${ids.map((_, i) => first + i)}::bigint[]) as n (id, i)
        join contests c on c.k = n.i % c.all_of_them
      returning contest_id, state, track_code)
    insert into entry_count (contest_id, state, track_code, delta)
    select contest_id, state, track_code, count(*) from made group by 1, 2, 3`.execute(db);
  return ids;
}

const idOf = (now: number, i: number): string =>
  makeUuidV7(
    now,
    Uint8Array.from({ length: 10 }, (_, k) => (k < 6 ? 7 : (i / 256 ** (9 - k)) & 255)),
  );
