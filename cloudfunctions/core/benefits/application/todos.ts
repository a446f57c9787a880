import { codeOf } from '@shared/benefits/application/kind';
import { kinds } from '@shared/benefits/kinds';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, type Todo, type TodoSource, todoOf } from '../../cases/todo';
import { ownOf } from './files';
import { headView } from './present';
import { atMyDesks, inTurn, servingDesks } from './queue';
import { type ListedApplication, listedApplications } from './subjects';

const told = (
  row: ListedApplication,
  title: string,
  to: 'policy/application' | 'staff/application',
  today: string,
): Todo => {
  const { clock, reference, stateZh, regionZh } = headView(ownOf(row).kind, row, 'applicant', today);
  return todoOf('application', row.applicationId, {
    title,
    detail: [reference ?? regionZh, stateZh].join('，'),
    link: link(to, { applicationId: row.applicationId }),
    ...clockOf(clock.dueDate, today),
  });
};

/** What an applicant has to put right or to finish, and what they wait for. */
const own: TodoSource['read'] = async (call, personId, today) => {
  const { rows } = await listedApplications(
    sql`a.applicant_id = ${personId} and a.live`,
    sql`order by a.changed_at desc limit 20`,
  ).execute(call.db);
  const waits = (row: ListedApplication) => ownOf(row).kind.lifecycle.states[row.state]?.waits;
  const titled = (row: ListedApplication) => told(row, ownOf(row).kind.zh, 'policy/application', today);
  return {
    waitsForMe: rows.filter((row) => waits(row) === 'own').map(titled),
    iWaitFor: rows.filter((row) => waits(row) !== 'own').map(titled),
  };
};

/** What lies on one's desks, in turn. */
const desk: TodoSource['read'] = async (call) => {
  const today = shanghaiDate(call.now);
  const { rows } = await listedApplications(atMyDesks(call, 20), sql`${inTurn} limit 20`).execute(call.db);
  return { waitsForMe: rows.map((row) => told(row, `办理${ownOf(row).kind.zh}`, 'staff/application', today)) };
};

const roles = [...new Set(servingDesks.map(({ desk }) => desk.role))];

export const applicationTodos: TodoSource[] = [
  { theirs: ['application', 'applicant_id'], read: own },
  { roles, read: desk },
];

/** The kinds' names, under which their subjects lie. */
export const kindNames = kinds.map(codeOf);
