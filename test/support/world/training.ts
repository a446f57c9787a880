import { sql } from 'kysely';
import { trainingSchool } from '../../../cloudfunctions/core/seeds/organisations';
import { organisationHere } from '../../../src/shared/kernel/sample-cast';
import { shanghaiDate } from '../../../src/shared/kernel/shanghai';
import type { TestServer } from '../server';
import { details, fourHalfDays, plan } from '../training';

type Who = { trainer: string; city: string; leader: string; seated: string; present: string };

/** Of all that procedures of classes are about one: a class that waits, that is open, that runs and that can be finished; who is offered a seat; a topic; a certificate. */
export type Training = {
  proposed: string;
  open: string;
  running: string;
  ending: string;
  /** The leader's, who is offered a seat, with a certificate of another class beside. */
  offered: { enrolmentId: string; version: number };
  /** Somebody in the class that runs. */
  enrolmentId: string;
  topicId: string;
  number: string;
  planned: object;
  demanded: object;
};

export async function makeTraining(server: TestServer, who: Who): Promise<Training> {
  const { trainer, city, leader, seated, present } = who;
  const planned = (more: object = {}) => plan({ organisationId: organisationHere, ...more });
  const propose = async (more: object = {}) =>
    (await server.ask<{ classId: string }>(trainer, 'training/proposeClass', planned(more))).classId;
  const open = async (more: object = {}) => {
    const classId = await propose(more);
    await server.ask(city, 'training/moveClass', { classId, version: 1, move: 'approve', reason: '' });
    return classId;
  };
  const enrol = (as: string, classId: string) =>
    server.ask<{ enrolmentId: string; version: number }>(as, 'training/enrol', { classId, ...details() });
  const tight = await open({ capacity: 1 });
  const first = await enrol(seated, tight);
  const offered = await enrol(leader, tight);
  await server.ask(seated, 'training/cancel', { enrolmentId: first.enrolmentId, version: first.version });
  const [running, ending] = [await open(), await open()];
  const { enrolmentId } = await enrol(present, running);
  const now = new Date(server.clock.now());
  const today = shanghaiDate(server.clock.now());
  await sql`update class_half_day set day = ${today} where n = 1 and class_id = ${running}`.execute(server.db);
  await sql`update class_half_day set saved_at = ${now}, version = 1 where class_id = ${ending}`.execute(server.db);
  await sql`update training_class set state = 'running', starts_at = ${now}
    where id in (${running}, ${ending})`.execute(server.db);
  await sql`update enrolment set state = 'attending', waits = 'staff' where id = ${enrolmentId}`.execute(server.db);
  await sql`insert into class_code (id, class_id, n, code, made_by, ends_at)
    values (gen_random_uuid(), ${running}, 1, '123456', ${trainer}, '2030-01-01')`.execute(server.db);
  const number = 'PX2026-AAAAA-CCCCC';
  await sql`insert into training_certificate (number, enrolment_id, name_masked, title, course, organisation_zh, hours, finished_on)
    values (${number}, ${offered.enrolmentId}, '王**', '第 1 期', 'GYB', '演示创业培训学校', 24, '2026-11-20')`.execute(
    server.db,
  );
  const { topicId } = await server.ask<{ topicId: string }>(city, 'training/addTopic', { title: '网店', about: '' });
  await sql`update training_topic set needed = 1 where id = ${topicId}`.execute(server.db);
  await server.ask(seated, 'training/wish', { topicId, wanted: true });
  return {
    proposed: await propose(),
    open: await open(),
    running,
    ending,
    offered: { enrolmentId: offered.enrolmentId, version: 2 },
    enrolmentId,
    topicId,
    number,
    planned: planned(),
    demanded: plan({ organisationId: trainingSchool.id, course: 'CUSTOM', halfDays: fourHalfDays }),
  };
}
