import type { HalfDay } from '@shared/training/half-day';
import { sql } from 'kysely';
import type { Call } from '../../rpc/call';

/** Half a day of a class with its list: who was there as the trainer kept it, and who typed the code. */
export type Day = HalfDay & { n: number; version: number; savedAt: number | null; present: string[]; typed: string[] };

/** All half-days of a class in their order; of each mark the newest counts. */
export async function readDays(call: Call, classId: string): Promise<Day[]> {
  const { rows } = await sql<Day>`
    with mark as (select distinct on (m.enrolment_id, m.n) m.enrolment_id, m.n, m.present from attendance_mark m
      where m.class_id = ${classId} order by m.enrolment_id, m.n, m.version desc)
    select h.n, h.day, h.half, h.hours, h.version, h.saved_at as "savedAt",
      coalesce((select json_agg(m.enrolment_id order by m.enrolment_id) from mark m where m.n = h.n and m.present), '[]') as present,
      coalesce((select json_agg(k.enrolment_id order by k.enrolment_id) from class_check_in k
        where k.class_id = h.class_id and k.n = h.n), '[]') as typed
    from class_half_day h where h.class_id = ${classId} order by h.n`.execute(call.db);
  return rows;
}

/** Lesson hours that somebody attended, as the lists say. */
export const attendedOf = (days: readonly Day[], enrolmentId: string): number =>
  days.reduce((sum, { present, hours }) => sum + (present.includes(enrolmentId) ? hours : 0), 0);
