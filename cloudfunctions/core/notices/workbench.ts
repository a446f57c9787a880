import { noticesContract } from '@shared/notices/contract';
import { type TodoSource, todosOf } from '../cases/todo';
import { noSubject, procedure } from '../rpc/procedure';

/**
 * The first page after signing in: first what waits for me, then what I wait for and who holds it, then the
 * queues that I may look into. A fixed number of queries, whoever asks.
 */
export const makeWorkbench = (sources: readonly TodoSource[]) =>
  procedure(noticesContract.workbench, noSubject, (call) => todosOf(call, sources));
