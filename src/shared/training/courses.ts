/** What a course asks, and what that rests on. `hoursMin` in lesson hours. */
export type Course = {
  code: string;
  zh: string;
  hoursMin: number;
  /** Whether a business plan, and a test, belong to completing it. */
  needsPlan: boolean;
  needsTest: boolean;
  /** Opened by the city when enough people asked for a topic; a trainer proposes none of it. */
  onDemand: boolean;
  sourceZh: string;
};

const elsewhere = '马兰花计划，课时参照其他城市，以本市文件为准';
const demonstration = '演示，待主办单位提供文件';

/** The courses that there are. Figures without an official source of this city say so, and wait for it. */
export const courses: readonly Course[] = [
  of('GYB', '产生你的企业想法', 24, elsewhere),
  of('SYB', '创办你的企业', 70, elsewhere, { needsPlan: true }),
  of('IYB', '改善你的企业', 70, elsewhere),
  of('EYB', '扩大你的企业', 70, demonstration),
  of('ONLINE', '网络创业', 56, demonstration),
  of('SIM', '创业模拟实训', 40, demonstration),
  of('CUSTOM', '定制化培训', 8, demonstration, { onDemand: true }),
];

function of(code: string, zh: string, hoursMin: number, sourceZh: string, more: Partial<Course> = {}): Course {
  return { code, zh, hoursMin, sourceZh, needsPlan: false, needsTest: true, onDemand: false, ...more };
}

/** Undefined: no course of that code. */
export const courseOf = (code: string): Course | undefined => courses.find((course) => course.code === code);
