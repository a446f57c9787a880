import type { Method } from '@shared/benefits/loan/loan';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { Failure } from '../../../client/transport/failure';

export type LoanExample = Awaited<ReturnType<typeof api.benefits.loanExample>>;

/** What one types, in the units of the page: ten thousands of yuan, months, percent. */
export type Typed = { wan: number | null; months: number | null; method: Method; percent: number | null; on: string };

const first: Typed = { wan: 10, months: 12, method: 'interestFirst', percent: null, on: '' };

const asAsked = (code: string, { wan, months, method, percent, on }: Typed) => ({
  code,
  principalFen: Math.round((wan ?? 0) * 1_000_000),
  months: months ?? 0,
  method,
  rateBp: percent === null ? null : Math.round(percent * 100),
  contractOn: on === '' ? null : on,
});

/** An example with the figures that were typed; it is asked for when somebody says so, and nothing of it is kept. */
export function useLoanExample(code: string) {
  const [typed, setTyped] = useState(first);
  const [asked, setAsked] = useState(first);
  const ask = useAsk(['benefits', 'loanExample', code, asked], () => api.benefits.loanExample(asAsked(code, asked)));
  return {
    typed,
    change: (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part })),
    show: () => (typed === asked ? ask.refetch() : setAsked(typed)),
    ask,
    failure: ask.error instanceof Failure ? ask.error : null,
  };
}
