import type { Blueprint, CityPhase } from '@shared/competition/blueprint';
import type { ContestCard } from '@shared/competition/contest/card';
import type { EditionState } from '@shared/competition/edition/states';
import { parseBlueprint } from '@shared/competition/form';
import { makeUuidV7 } from '@shared/kernel/id';
import { addDays, shanghaiDate, startOfDay, toShanghai } from '@shared/kernel/shanghai';
import { regions } from '../platform/city/regions';
import type { Db } from '../platform/db';
import { at, json } from '../platform/schema';
import { blueprint } from './blueprint';
import { rows2025 } from './edition-2025';
import { tracks } from './tracks-2025';

export const pastEdition = 'LF-XH-2025';
export const currentEdition = 'LF-XH-2026';

/** The contest of a region in an edition: `LF-XH-2026-141033`. */
export const contestId = (editionId: string, regionId: string): string => `${editionId}-${regionId}`;

const phaseCodes = ['signUp', 'screening', 'judging', 'publicity'] as const;
type Window = [open: number, close: number];
type Calendar = Record<(typeof phaseCodes)[number], Window> & { cutoff: string };

/** Told by the news report, which does not say that it is the prize pool. */
export const fund2025 = { zh: '创业基金', fen: 1_000_000_000, noteZh: '据新闻报道，未说明是否为奖金' };

/** 2025 began in October and ran for two months (news report); the days inside it are demonstration values. */
export const calendar2025: Calendar = {
  signUp: [startOfDay('2025-10-09'), startOfDay('2025-11-01')],
  screening: [startOfDay('2025-10-09'), startOfDay('2025-11-15')],
  judging: [startOfDay('2025-11-15'), startOfDay('2025-12-01')],
  publicity: [startOfDay('2025-12-01'), startOfDay('2025-12-08')],
  cutoff: '2025-10-01',
};

/** With the seeding day D: sign-up D−20 to D+20, screening to D+30, judging to D+50, publicity to D+57, cut-off the first of D's month. */
export function calendarAround(now: number): Calendar {
  const day = shanghaiDate(now);
  const from = (first: number, last: number): Window => [
    startOfDay(addDays(day, first)),
    startOfDay(addDays(day, last)),
  ];
  return {
    signUp: from(-20, 20),
    screening: from(-20, 30),
    judging: from(30, 50),
    publicity: from(50, 57),
    cutoff: `${day.slice(0, 7)}-01`,
  };
}

/**
 * Both editions with their contests, tracks and phases: what has to stand before anyone can sign up. The regions came with the schema.
 * @param frame what both decide for all their contests
 */
export async function seedEditions(db: Db, now: number, frame: Blueprint = blueprint): Promise<void> {
  await seedEdition(db, frame, {
    id: pastEdition,
    nameZh: '2025 年星火项目创业大赛',
    year: 2025,
    status: 'past',
    calendar: calendar2025,
    fund: fund2025,
  });
  await seedEdition(db, frame, {
    id: currentEdition,
    nameZh: '2026 年星火项目创业大赛（演示）',
    year: 2026,
    status: 'current',
    calendar: calendarAround(now),
  });
}

/** A card that reaches nobody: no number of the area begins with a 0. */
function demoCard(regionId: string): ContestCard {
  const region = regions.find(({ id }) => id === regionId);
  const zh = region?.nameZh ?? '';
  return {
    office: `${zh}创业服务窗口（演示）`,
    phone: `0357-00000${String(region?.sort ?? 0).padStart(2, '0')}`,
    address: `${zh}政务服务中心一楼（演示地址）`,
    hours: '工作日 08:30–12:00，14:30–18:00',
    venue: `${zh}会议中心（演示）`,
  };
}

/** A phase with the city's window, as it stands in a blueprint. */
function windowed(calendar: Calendar, phase: CityPhase): CityPhase {
  const code = phaseCodes.find((known) => known === phase.code);
  if (!code) return phase;
  const [opens, closes] = calendar[code];
  const regionMayMove = phase.regionMayMove ?? code === 'signUp';
  return { ...phase, opensAt: toShanghai(opens), closesAt: toShanghai(closes), regionMayMove };
}

async function seedEdition(
  db: Db,
  frame: Blueprint,
  edition: {
    id: string;
    nameZh: string;
    year: number;
    status: EditionState;
    calendar: Calendar;
    fund?: Blueprint['fund'];
  },
): Promise<void> {
  const standing = parseBlueprint({
    ...frame,
    phases: frame.phases.map((phase) => windowed(edition.calendar, phase)),
    fund: edition.fund,
  });
  await db
    .insertInto('edition')
    .values({
      id: edition.id,
      name_zh: edition.nameZh,
      year: edition.year,
      cutoff_date: edition.calendar.cutoff,
      status: edition.status,
      blueprint: json(standing),
      synthetic: true,
    })
    .execute();
  await db
    .insertInto('blueprint_version')
    .values({
      edition_id: edition.id,
      n: 1,
      cutoff_date: edition.calendar.cutoff,
      blueprint: json(standing),
      part: null,
      reason: '',
      published_by: null,
    })
    .execute();
  await db
    .insertInto('track')
    .values(tracks.map((t) => ({ edition_id: edition.id, code: t.code, zh: t.zh, kind: t.kind })))
    .execute();
  await db
    .insertInto('contest')
    .values(
      rows2025.map(({ regionId }) => ({
        id: contestId(edition.id, regionId),
        edition_id: edition.id,
        region_id: regionId,
        ...demoCard(regionId),
      })),
    )
    .execute();
  await db
    .insertInto('contest_track')
    .values(
      rows2025.flatMap((r) =>
        r.tracks.map(([code], i) => ({
          contest_id: contestId(edition.id, r.regionId),
          edition_id: edition.id,
          track_code: code,
          sort: i + 1,
        })),
      ),
    )
    .execute();
  await db
    .insertInto('phase')
    .values(
      rows2025.flatMap((r) =>
        phaseCodes.map((kind) => ({
          contest_id: contestId(edition.id, r.regionId),
          kind,
          opens_at: at(edition.calendar[kind][0]),
          closes_at: at(edition.calendar[kind][1]),
        })),
      ),
    )
    .execute();
}

/** Ids that are the same at each seeding: the n-th of the demo. */
export const seedId = (n: number): string =>
  makeUuidV7(
    Date.UTC(2025, 0, 1),
    Uint8Array.from({ length: 10 }, (_, i) => (i < 8 ? 0 : i === 8 ? n >> 8 : n & 255)),
  );
