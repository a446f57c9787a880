import { type Kysely, sql } from 'kysely';

const elsewhere = '马兰花计划，课时参照其他城市，以本市文件为准';
const demonstration = '演示，待主办单位提供文件';
const of = (zh: string, hoursMin: number, sourceZh: string) => ({ zh, hoursMin, sourceZh });

/** What the code said of each course until now: under it the classes that stand are held. */
const courses = {
  GYB: of('产生你的企业想法', 24, elsewhere),
  SYB: of('创办你的企业', 70, elsewhere),
  IYB: of('改善你的企业', 70, elsewhere),
  EYB: of('扩大你的企业', 70, demonstration),
  ONLINE: of('网络创业', 56, demonstration),
  SIM: of('创业模拟实训', 40, demonstration),
  CUSTOM: of('定制化培训', 8, demonstration),
};

/** A class keeps the course and what completing it asks as they stood when it was planned. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table training_class add column terms jsonb`.execute(db);
  await sql`update training_class c set terms = jsonb_build_object('attendancePercent', 80, 'course',
    jsonb_build_object('code', c.course, 'zh', c.course, 'hoursMin', 1, 'sourceZh', ${demonstration}::text) || coalesce(${JSON.stringify(courses)}::jsonb -> c.course, '{}')
      || jsonb_build_object('needsPlan', c.course = 'SYB', 'needsTest', true, 'onDemand', c.course = 'CUSTOM'))`.execute(
    db,
  );
  await sql`alter table training_class alter column terms set not null`.execute(db);
}
