import { roleZh } from '@shared/kernel/actor';
import { formatDateZh } from '@shared/kernel/shanghai';
import { feedbackKindZh } from '@shared/people/feedback-kinds';
import { link } from '@shared/routes';
import { clockOf, type Todos, todoOf } from '../cases/todo';
import type { Call } from '../rpc/call';
import { countNamesToLookAt } from './content/name-checks';
import { countTextsToLookAt } from './content/text-checks';

const most = 20;

const unanswered = (call: Call) =>
  call.db
    .selectFrom('feedback')
    .select(['id', 'reference', 'kind', 'due_date'])
    .where('answered_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(most);

/** The letters that wait for the city, the first due first. */
export async function feedbackToAnswer(call: Call, _personId: string, today: string): Promise<Partial<Todos>> {
  const rows = await unanswered(call).execute();
  const waitsForMe = rows.map((row) =>
    todoOf('feedback', row.id, {
      title: `答复${feedbackKindZh(row.kind)}`,
      detail: `${row.reference}，请最迟${formatDateZh(row.due_date, call.now)}答复`,
      link: link('staff/feedback'),
      ...clockOf(row.due_date, today),
    }),
  );
  return { waitsForMe };
}

/** One's own letters that the city has not answered yet. */
export async function ownFeedback(call: Call, personId: string, today: string): Promise<Partial<Todos>> {
  const rows = await unanswered(call).where('person_id', '=', personId).execute();
  const iWaitFor = rows.map((row) =>
    todoOf('ownFeedback', row.id, {
      title: `您的${feedbackKindZh(row.kind)}等待答复`,
      detail: `${row.reference}，由${roleZh.cityStaff}最迟${formatDateZh(row.due_date, call.now)}答复`,
      link: link('account/complaint'),
      ...clockOf(row.due_date, today),
      tone: 'info',
    }),
  );
  return { iWaitFor };
}

/** Nicknames and texts that somebody of the city has to look at before the public reads them. */
export async function namesToLookAt(call: Call, _personId: string, today: string): Promise<Partial<Todos>> {
  const [names, texts] = await Promise.all([countNamesToLookAt(call.db), countTextsToLookAt(call.db)]);
  if (names + texts === 0) return {};
  const what = [...(names > 0 ? [`${names} 个名称`] : []), ...(texts > 0 ? [`${texts} 段文字`] : [])].join('、');
  const todo = todoOf('names', 'all', {
    title: '核对名称和文字',
    detail: `${what}待核，核过后才公开显示`,
    link: link('staff/content'),
    ...clockOf(null, today),
  });
  return { waitsForMe: [todo] };
}
