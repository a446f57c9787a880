import { sql } from 'kysely';
import { pastEdition } from '../../cloudfunctions/core/seeds/editions';
import { trainingSchool } from '../../cloudfunctions/core/seeds/organisations';
import { insertAwards } from './award-rows';
import { freshPerson } from './entry-factory';
import { insertEntryRows } from './entry-rows';
import type { TestServer } from './server';

export const trainer = 'trainer-1';

/** Four half-days of six hours: a whole GYB. */
export const fourHalfDays = ['2026-12-07', '2026-12-08'].flatMap((day) =>
  (['am', 'pm'] as const).map((half) => ({ day, half, hours: 6 })),
);

let rooms = 300;

/** In a room of its own: of two classes in one at one time the later is refused. */
export const plan = (more: object = {}) => ({
  organisationId: trainingSchool.id,
  course: 'GYB',
  title: '产生你的企业想法 第 1 期',
  room: `尧都区培训楼 ${++rooms} 室`,
  capacity: 30,
  halfDays: fourHalfDays,
  ...more,
});

/** A class that the city has confirmed. */
export async function openClass(server: TestServer, more: object = {}): Promise<string> {
  const { classId } = await server.ask<{ classId: string }>(trainer, 'training/proposeClass', plan(more));
  await server.ask('city', 'training/moveClass', { classId, version: 1, move: 'approve', reason: '' });
  return classId;
}

export const details = (more: object = {}) => ({
  name: '王小明',
  phone: '19900001234',
  keyGroup: false,
  useVoucher: false,
  agreed: '2026-11',
  ...more,
});

export const enrol = (server: TestServer, as: string, classId: string, more: object = {}) =>
  server.call(as, 'training/enrol', { classId, ...details(more) });

export const people = (server: TestServer, count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => freshPerson(server)));

/** Somebody whose project took part, and won what is said. */
export async function contender(server: TestServer, level: string | null): Promise<string> {
  const leader = await freshPerson(server);
  const [entryId = ''] = await insertEntryRows(server.db, { count: 1, regionId: '141033', state: 'qualified', leader });
  await server.db
    .updateTable('entry')
    .set({ edition_id: pastEdition, contest_id: `${pastEdition}-141033` })
    .where('id', '=', entryId)
    .execute();
  if (level !== null) await insertAwards(server, [entryId], level);
  return leader;
}

/** The city cancels the award of somebody's entry. */
export async function losesAward(server: TestServer, leader: string): Promise<void> {
  const award = await server.db
    .selectFrom('award as a')
    .innerJoin('entry as e', 'e.id', 'a.entry_id')
    .select(['a.id as awardId', 'a.version'])
    .where('e.leader_id', '=', leader)
    .executeTakeFirstOrThrow();
  await server.ask('city', 'awards/cancelAward', { ...award, reason: '材料造假，取消奖项' });
}

/** Person → state, seat and until when an offer holds, of all in a class. */
export async function standingIn(server: TestServer, classId: string) {
  const { rows } = await sql<{ person: string; state: string; seat: number | null; until: number | null }>`
    select person_id as person, state, seat, offer_ends_at as until from enrolment where class_id = ${classId}
    order by id`.execute(server.db);
  return rows;
}
