import { formatFullDateZh, shanghaiDate } from '../../kernel/shanghai';
import { sameName } from '../../kernel/typed/typed';
import { beginsAt, type HalfDay, halfDayZh, hoursOf, mostHours } from '../half-day';
import { courseIn, type Training } from '../rules';

/** A class as it is planned. */
export type ClassPlan = { course: string; capacity: number; halfDays: readonly HalfDay[] };

/** Most half-days of a class: eight weeks of every day. */
export const mostHalfDays = 112;

/**
 * What is wrong with a plan: field → sentence; nothing when it may be held.
 * @param training the courses and figures in force
 * @param demanded that the city opens it because enough people asked for its topic
 * @param now epoch milliseconds; what has begun cannot be planned any more
 */
export function planProblems(
  plan: ClassPlan,
  training: Training,
  demanded: boolean,
  now: number,
): Record<string, string> {
  const { capacity, halfDays } = plan;
  const course = courseIn(training, plan.course);
  const days = halfDaysProblem(halfDays, now);
  const hours = hoursOf(halfDays);
  return {
    ...((!course || course.onDemand !== demanded) && { course: '请选择课程' }),
    ...((capacity < 1 || capacity > training.capacityMax) && {
      capacity: `每班 1 至 ${training.capacityMax} 人`,
    }),
    ...(days !== null
      ? { halfDays: days }
      : course && hours < course.hoursMin
        ? { halfDays: `${course.zh}至少 ${course.hoursMin} 课时，现在是 ${hours} 课时` }
        : {}),
  };
}

function halfDaysProblem(halfDays: readonly HalfDay[], now: number): string | null {
  if (halfDays.length === 0) return '请填写上课时间';
  if (halfDays.length > mostHalfDays) return `最多 ${mostHalfDays} 个半天`;
  const twice = halfDays.find((one, n) =>
    halfDays.some((other, m) => m < n && other.day === one.day && other.half === one.half),
  );
  if (twice) return `${halfDayZh(twice, now)}填了两次`;
  const wrong = halfDays.find(({ hours }) => !Number.isInteger(hours) || hours < 1 || hours > mostHours);
  if (wrong) return `${halfDayZh(wrong, now)}请填写 1 至 ${mostHours} 课时`;
  const past = halfDays.find((one) => beginsAt(one) <= now);
  return past ? `${halfDayZh(past, now)}已经开始，请选${formatFullDateZh(shanghaiDate(now))}以后` : null;
}

/** A half-day of another class of the same organisation, and its room. */
export type Held = Pick<HalfDay, 'day' | 'half'> & { title: string; room: string };

/** What is wrong with a room: one class at a time is held in it. A sentence; null when nobody else is there. */
export function roomProblem(room: string, held: readonly Held[], now: number): string | null {
  const there = held.find((other) => sameName(other.room, room));
  return there ? `${halfDayZh(there, now)}这里有“${there.title}”，请换时间或地点` : null;
}
