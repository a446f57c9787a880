import { regionsServed } from '@shared/kernel/actor';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, lastDayOf, type Todo, type TodoSource } from '../../../../cloudfunctions/core/cases/todo';
import { boothLifecycle } from '../shared/lifecycle';
import type { BoothSubject } from '../shared/subject';
import { lender } from '../shared/who';
import { booths } from './subjects';

const most = 20;

const todo = (kind: string, title: string, booth: BoothSubject, today: string, detail: string): Todo => ({
  id: `${kind}-${booth.boothId}`,
  kind,
  title,
  detail,
  link: link('workbench'),
  ...clockOf(booth.dueAt === null ? null : lastDayOf(booth.dueAt), today),
});

/** What an asker has to give back, and what they wait for; what staff are to answer. */
export const boothTodos: readonly TodoSource[] = [
  {
    async read({ db }, personId, today) {
      const own = booths(sql`asker_id = ${personId} and waits is not null order by due_at, id limit ${most}`);
      const { rows } = await own.execute(db);
      const { states, labelOf } = boothLifecycle;
      const told = (kind: string, waits: string, verb: string) =>
        rows
          .filter(({ state }) => states[state].waits === waits)
          .map((booth) => todo(kind, `${verb}“${booth.title}”的展位`, booth, today, labelOf(booth.state, 'own')));
      return { waitsForMe: told('booth', 'own', '归还'), iWaitFor: told('boothAsked', 'staff', '等待') };
    },
  },
  {
    roles: ['regionStaff', 'regionLead'],
    async read({ db, actor }, _personId, today) {
      const regions = regionsServed(actor);
      const here = regions === 'all' ? sql`true` : sql`region_id = any(${[...regions]})`;
      const { rows } = await booths(sql`waits = 'staff' and ${here} order by id limit ${most}`).execute(db);
      const mine = rows.filter((booth) => lender.decide(actor, booth).ok);
      return { waitsForMe: mine.map((booth) => todo('boothAnswer', '答复展位申请', booth, today, booth.title)) };
    },
  },
];
