import type { Blueprint } from './blueprint';

/** What a course asks, and what that rests on. `hoursMin` in lesson hours; of one that is `onDemand` the city opens classes, where enough people asked for a topic. */
export type Course = NonNullable<Blueprint['courses']>[number];

/** The figures by which classes are held. */
export type TrainingRules = Required<Omit<NonNullable<Blueprint['trainingRules']>, 'sourceZh'>>;

const elsewhere = '马兰花计划，课时参照其他城市，以本市文件为准';
const demonstration = '演示，待主办单位提供文件';

const of = (
  code: string,
  zh: string,
  hoursMin: number,
  sourceZh: string,
  more: Partial<Omit<Course, 'needsTest'>> = {},
): Course => ({ code, zh, hoursMin, sourceZh, needsPlan: false, needsTest: true, onDemand: false, ...more });

/** The courses that there are where an edition names none. Figures without an official source of this city say so, and wait for it. */
export const usualCourses: readonly Course[] = [
  of('GYB', '产生你的企业想法', 24, elsewhere),
  of('SYB', '创办你的企业', 70, elsewhere, { needsPlan: true }),
  of('IYB', '改善你的企业', 70, elsewhere),
  of('EYB', '扩大你的企业', 70, demonstration),
  of('ONLINE', '网络创业', 56, demonstration),
  of('SIM', '创业模拟实训', 40, demonstration),
  of('CUSTOM', '定制化培训', 8, demonstration, { onDemand: true }),
];

/** The figures that hold where an edition sets none (those of a seat and a term are demonstration; the quota is Shenzhen's). */
export const usualTrainingRules: TrainingRules = {
  /** Seats of a class at most. */
  capacityMax: 30,
  /** So many have to want a topic before the city is asked to open it. */
  openMin: 15,
  /** Hours for which an offered seat is held. */
  offerHours: 24,
  /** Per cent of a class's hours that whoever completes it attended. */
  attendancePercent: 80,
  /** How often somebody may take one course, and how many classes within a year. */
  sameCourse: 1,
  classesAYear: 1,
  /** Days for which a winner's voucher is good. */
  voucherDays: 180,
  /** Minutes for which a code on the room's screen is good. */
  codeMinutes: 10,
};
