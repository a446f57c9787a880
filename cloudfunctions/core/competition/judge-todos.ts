import { undecidedZh } from '@shared/competition/phase';
import { phaseWords } from '@shared/competition/phase-words';
import { link } from '@shared/routes';
import { clockOf, type Todos, todoOf } from '../cases/todo';
import type { Call } from '../rpc/call';
import { judgePosts } from './queries';

/** A judge’s workbench says when judging is, which others settle. */
export async function judgeTodos(call: Call, _personId: string, today: string): Promise<Partial<Todos>> {
  const iWaitFor = (await judgePosts(call)).map(({ contestId, placeZh, givenBy, judging }) =>
    todoOf('judge', contestId ?? 'all', {
      title: `${placeZh}评审`,
      detail: [
        judging === null ? undecidedZh('评审') : phaseWords(judging, call.now),
        givenBy === null ? '您是评委' : `您是评委，由${givenBy}授权`,
      ].join('，'),
      link: contestId === null ? link('open/guide') : link('open/region', { contestId }),
      ...clockOf(null, today),
    }),
  );
  return { iWaitFor };
}
