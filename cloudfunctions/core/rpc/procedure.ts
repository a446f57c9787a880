import type { AnyContractProcedure, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { TableRule } from '@shared/kernel/define-access';
import type { Call } from './call';
import type { Home } from './home';

type In<C extends AnyContractProcedure> = InferContractRouterInputs<C>;
type Out<C extends AnyContractProcedure> = InferContractRouterOutputs<C>;

/**
 * Finds what a call is about, and locks it when the call is a change (`lock`). null: there is no such thing, or the
 * reader may not know of it; both are answered 404.
 */
export type Load<Input, Subject> = (call: Call, input: Input, lock: boolean) => Promise<Subject | null>;

/** What stands outside our database; a call that runs in a transaction has none of it. */
export type Outside = Pick<Home, 'wechat' | 'contentCheck' | 'fileAddress' | 'storage' | 'db' | 'now'>;

export type Implemented<C extends AnyContractProcedure> = {
  contract: C;
  load: Load<never, unknown>;
  run(call: Call, input: never, subject: never, asked: never): Promise<unknown>;
  ask?(outside: Outside, input: never, personId: string | null): Promise<unknown>;
  finish?(outside: Outside, output: never): Promise<Out<C>>;
  remembered?: Remembered<Out<C>>;
};

/** Of a procedure whose answer is kept for a while (`memory` of its contract). */
type Remembered<Answer> = {
  /** The instant at which this answer will no longer be true, by the clock alone; null: by none. */
  changesAt(answer: Answer, now: number): number | null;
  /** The same answer as told at this instant: it may say what time it is. */
  toldAt(answer: Answer, now: number): Answer;
  /** What the answer says beside that to whoever signed in. */
  own(call: Call): Promise<Partial<Answer>>;
};

/** A procedure: its contract, what it is about, and what it does once access is granted. */
export function procedure<C extends AnyContractProcedure, Subject>(
  contract: C,
  load: Load<In<C>, Subject>,
  run: (call: Call, input: In<C>, subject: Subject) => Promise<Out<C>>,
): Implemented<C> {
  return { contract, load, run };
}

/**
 * A procedure that needs to know something from outside first (WeChat): `ask` runs before the transaction and its locks, so that a slow
 * answer is waited for by its caller alone; what it found is handed to `run`. It runs for a repeated call too, whose stored answer is then given
 * all the same: what is refused there is `run`'s to say.
 * `personId`: who calls; null: nobody who is known yet.
 */
export function askingProcedure<C extends AnyContractProcedure, Subject, Asked>(
  contract: C,
  load: Load<In<C>, Subject>,
  ask: (outside: Outside, input: In<C>, personId: string | null) => Promise<Asked>,
  run: (call: Call, input: In<C>, subject: Subject, asked: Asked) => Promise<Out<C>>,
): Implemented<C> {
  return { contract, load, run, ask };
}

/** A procedure whose answer needs something from outside that depends on what `run` found: `finish` asks after the transaction. */
export function finishingProcedure<C extends AnyContractProcedure, Subject, Found>(
  contract: C,
  load: Load<In<C>, Subject>,
  run: (call: Call, input: In<C>, subject: Subject) => Promise<Found>,
  finish: (outside: Outside, found: Found) => Promise<Out<C>>,
): Implemented<C> {
  return { contract, load, run, finish };
}

/** A procedure that answers everybody alike, from memory for a few seconds; `run` is called for a visitor. */
export function rememberedProcedure<C extends AnyContractProcedure>(
  contract: C,
  run: (call: Call) => Promise<Out<C>>,
  remembered: Remembered<Out<C>>,
): Implemented<C> {
  return { contract, load: noSubject, run, remembered };
}

/** For calls about nothing in particular: what the rule asks stands on the actor alone. */
export const noSubject: Load<unknown, Record<string, never>> = async () => ({});

/** Any procedure, its types held together by its contract before. */
export type AnyProcedure = Pick<Implemented<AnyContractProcedure>, 'contract' | 'load' | 'run'>;

/** An area as the way in knows it: whose calls are answered, who may make them, and how. */
export type AreaCalls = {
  /** The first part of its procedures' paths. */
  readonly name: string;
  /** Who may call each procedure. */
  readonly access: Readonly<Record<string, TableRule<never>>>;
  readonly procedures: Readonly<Record<string, AnyProcedure>>;
};

/** An area's procedures: the server does not compile until every one of its contract is here. */
export type Procedures<A extends Record<string, AnyContractProcedure>> = { [K in keyof A]: Implemented<A[K]> };
