import { type Course, type TrainingRules, usualCourses, usualTrainingRules } from '../competition/training-terms';

/** What an edition says of classes; left out, the usual. */
type Set = { courses?: readonly Course[]; trainingRules?: Partial<TrainingRules> };

/** The courses and figures that are in force. */
export type Training = TrainingRules & { courses: readonly Course[] };

export const trainingOf = ({ courses = usualCourses, trainingRules = {} }: Set): Training => ({
  ...usualTrainingRules,
  ...trainingRules,
  courses,
});

/** Undefined: no course of that code. */
export const courseIn = ({ courses }: Training, code: string): Course | undefined =>
  courses.find((course) => course.code === code);

/** Under what a class is held: its course and how much of it is to be attended, as they stood when it was planned; later figures change nothing of it. */
export type ClassTerms = { course: Course; attendancePercent: number };

/** How a course is called where there is room: a short name that people know stands beside the full one. */
export const courseNamedZh = ({ code, zh }: Pick<Course, 'code' | 'zh'>): string =>
  /^[A-Z]+$/.test(code) ? `${zh}（${code}）` : zh;
