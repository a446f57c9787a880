import { regionsServed } from '@shared/kernel/actor';
import type { Waits } from '@shared/kernel/define-lifecycle';
import { link } from '@shared/routes';
import { type RawBuilder, sql } from 'kysely';
import { clockOf, lastDayOf, type Todo, type TodoSource, todoOf } from '../../../../cloudfunctions/core/cases/todo';
import { isAmong } from '../../../../cloudfunctions/core/platform/grants';
import type { Call } from '../../../../cloudfunctions/core/rpc/call';
import { boothLifecycle } from '../shared/lifecycle';
import type { BoothSubject } from '../shared/subject';
import { lender } from '../shared/who';
import { booths } from './subjects';

const read = async (call: Call, where: RawBuilder<unknown>, today: string) => {
  const { rows } = await booths(sql`${where} order by due_at, id limit 20`).execute(call.db);
  return (zh: string, concerns: (booth: BoothSubject) => boolean): Todo[] =>
    rows.filter(concerns).map(({ boothId, title, dueAt }) => {
      const clock = clockOf(lastDayOf(dueAt), today);
      return todoOf('booth', boothId, { title: zh, detail: title, link: link('workbench'), ...clock });
    });
};

const waits = (whom: Waits) => (booth: BoothSubject) => boothLifecycle.states[booth.state].waits === whom;

/** What an asker has to give back, and what they wait for. */
const own: TodoSource['read'] = async (call, personId, today) => {
  const told = await read(call, sql`asker_id = ${personId} and waits is not null`, today);
  return { waitsForMe: told('归还展位', waits('own')), iWaitFor: told('等待答复展位申请', waits('staff')) };
};

/** What staff are to answer. */
const office: TodoSource['read'] = async (call, _personId, today) => {
  const told = await read(call, sql`waits = 'staff' and ${isAmong(regionsServed(call.actor), sql`region_id`)}`, today);
  return { waitsForMe: told('答复展位申请', (booth) => lender.decide(call.actor, booth).ok) };
};

export const boothTodos: TodoSource[] = [{ read: own }, { roles: ['regionStaff', 'regionLead'], read: office }];
