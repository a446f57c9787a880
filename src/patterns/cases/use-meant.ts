import { useRef } from 'react';
import type { FieldErrors } from '../use-field-errors';
import type { Offered } from './offered';

type Errors = Pick<FieldErrors, 'general' | 'complete'>;

const takenZh = '没有发出：情况刚有变化，这项操作现在办不了。您写的还在上面，需要时请复制留用';

/**
 * The move that an open sheet is about, also once it is offered no more: the case went another way while somebody wrote. The sheet stays with
 * what was typed, says that nothing was sent, and sends nothing.
 */
export function useMeant<Move extends Offered>(offered: Move | null, open: boolean) {
  const last = useRef<Move | null>(null);
  if (offered !== null || !open) last.current = offered;
  const taken = open && offered === null;
  return {
    /** Null while none was offered since the sheet is there. */
    meant: offered ?? last.current,
    taken,
    title: (offered ?? last.current)?.label ?? '现在办不了',
    saidOf: (errors: Errors): Errors => (taken ? { ...errors, general: takenZh } : errors),
  };
}
