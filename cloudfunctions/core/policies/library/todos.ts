import { policyDraftLifecycle } from '@shared/policies/drafts/lifecycle';
import { publishes } from '@shared/policies/drafts/who';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, type TodoSource, todoOf } from '../../cases/todo';
import { lackedToday } from './defects';
import { type DraftRow, drafts } from './draft-rows';

const most = 20;

const todo = ({ policyDraftId, title }: DraftRow, zh: string, today: string) =>
  todoOf('policyDraft', policyDraftId, {
    title: zh,
    detail: title || '没有名称的政策',
    link: link('staff/policy-draft', { policyDraftId }),
    ...clockOf(null, today),
  });

/** What was proposed and waits for another official; what one proposed oneself, and what came back. */
const proposals: TodoSource['read'] = async (call, personId, today) => {
  const { rows } = await drafts(
    sql`d.waits is not null and d.proposed_by is not null order by d.id limit ${most}`,
  ).execute(call.db);
  const waits = rows.filter(({ state }) => policyDraftLifecycle.states[state].waits === 'staff');
  const mine = (draft: DraftRow) => publishes.decide(call.actor, draft).ok;
  const cameBack = rows.filter((draft) => !waits.includes(draft) && draft.proposedBy === personId);
  return {
    waitsForMe: [
      ...waits.filter(mine).map((draft) => todo(draft, '核对并发布政策', today)),
      ...cameBack.map((draft) => todo(draft, '修改被退回的政策', today)),
    ],
    iWaitFor: waits.filter((draft) => !mine(draft)).map((draft) => todo(draft, '等待另一位统筹人员发布政策', today)),
  };
};

/** Figures that policies in force lack: ours to mend. */
const defects: TodoSource['read'] = async (call, _personId, today) => ({
  waitsForMe: (await lackedToday(call.db, today)).slice(0, most).map(({ code, title, parameter }) =>
    todoOf('policyDefect', `${code}-${parameter}`, {
      title: `补上“${parameter}”的数值`,
      detail: title,
      link: link('staff/policy', { code }),
      ...clockOf(null, today),
      tone: 'warn',
    }),
  ),
});

export const libraryTodos: TodoSource[] = [
  { roles: ['cityStaff'], read: proposals },
  { roles: ['cityStaff'], read: defects },
];
