import type { AnyContractProcedure, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Call } from './call';

type In<C extends AnyContractProcedure> = InferContractRouterInputs<C>;
type Out<C extends AnyContractProcedure> = InferContractRouterOutputs<C>;

/**
 * Finds what a call is about, and locks it when the call is a change (`lock`). null: there is no such thing, or the
 * reader may not know of it; both are answered 404.
 */
export type Load<Input, Subject> = (call: Call, input: Input, lock: boolean) => Promise<Subject | null>;

export type Implemented<C extends AnyContractProcedure> = {
  contract: C;
  load: Load<never, unknown>;
  run(call: Call, input: never, subject: never): Promise<Out<C>>;
};

/** A procedure: its contract, what it is about, and what it does once access is granted. */
export function procedure<C extends AnyContractProcedure, Subject>(
  contract: C,
  load: Load<In<C>, Subject>,
  run: (call: Call, input: In<C>, subject: Subject) => Promise<Out<C>>,
): Implemented<C> {
  return { contract, load, run };
}

/** For calls about nothing in particular: what the rule asks stands on the actor alone. */
export const nothing: Load<unknown, Record<string, never>> = async () => ({});

/** An area's procedures: the server does not compile until every one of its contract is here. */
export type Procedures<A extends Record<string, AnyContractProcedure>> = { [K in keyof A]: Implemented<A[K]> };
