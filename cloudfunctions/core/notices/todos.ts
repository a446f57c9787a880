import { link } from '@shared/routes';
import { clockOf, type Todos, todoOf } from '../cases/todo';
import type { Call } from '../rpc/call';
import { countUnsent } from '../telling/unsent';

/** Messages that reach no phone until somebody of the city looks why: a template, a signature, an account. */
export async function unsentToMend(call: Call, _personId: string, today: string): Promise<Partial<Todos>> {
  const n = await countUnsent(call.db);
  if (n === 0) return {};
  const todo = todoOf('unsent', 'all', {
    title: '查看未送达的提醒',
    detail: `${n} 条提醒没有送到手机，请看原因后重新发送`,
    link: link('staff/unsent'),
    ...clockOf(null, today),
    tone: 'warn',
  });
  return { waitsForMe: [todo] };
}
