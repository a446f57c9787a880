import { awardListLifecycle } from '@shared/awards/award-list/lifecycle';
import { confirmsAwards } from '@shared/awards/award-list/who';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, type TodoSource, todoOf } from '../../cases/todo';
import { type AwardList, awardLists } from './list-noun';

const todo = ({ awardListId, editionId, editionZh, rows }: AwardList, zh: string, today: string) =>
  todoOf('awardList', awardListId, {
    title: zh,
    detail: `${editionZh} · ${rows} 个项目`,
    link: link('staff/award-list', { editionId }),
    ...clockOf(null, today),
  });

/** Lists that were sent and wait for another official; what one sent oneself, and what came back. */
const lists: TodoSource['read'] = async (call, personId, today) => {
  const { rows } = await awardLists(
    sql`where l.waits is not null and l.proposed_by is not null order by l.id limit 20`,
  ).execute(call.db);
  const waits = rows.filter(({ state }) => awardListLifecycle.states[state].waits === 'staff');
  const mine = (list: AwardList) => confirmsAwards.decide(call.actor, list).ok;
  const cameBack = rows.filter((list) => !waits.includes(list) && list.proposedBy === personId);
  return {
    waitsForMe: [
      ...waits.filter(mine).map((list) => todo(list, '核对并确认获奖名单', today)),
      ...cameBack.map((list) => todo(list, '修改被退回的获奖名单', today)),
    ],
    iWaitFor: waits.filter((list) => !mine(list)).map((list) => todo(list, '等待另一位统筹人员确认获奖名单', today)),
  };
};

export const listTodos: readonly TodoSource[] = [{ roles: ['cityStaff'], read: lists }];
