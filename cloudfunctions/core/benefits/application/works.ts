import type { ApplicationDetails } from '@shared/benefits/application/details';
import type { ApplicationTold } from '@shared/benefits/events';
import type { Answers } from '@shared/forms/question';
import type { Updateable } from 'kysely';
import type { Changes } from '../../cases/noun';
import type { Database } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { ApplicationHead } from './subjects';

/** A move as somebody asks for it; by the clock without a version. */
export type Order = {
  version: number | null;
  move: string;
  reason: string;
  faults: ReadonlyArray<{ section: string; text: string }>;
  answers: Answers;
};

/** The same once its answers were judged: plain ones as they are kept, sealed ones apart. */
export type JudgedOrder = Order & { sealed: Readonly<Record<string, string>> };

/** What changes with a move; `keeps` goes into the application's details beside what stands there. */
export type Worked = Changes<Updateable<Database['application']>, ApplicationTold> & {
  keeps?: Partial<ApplicationDetails>;
};

/**
 * What else happens in the transaction of a move of some kind: it reads, judges and writes tables of its own area. It is asked once everything that the
 * lifecycle says was asked, with the row locked; what it throws refuses the move.
 */
export type Work = (call: Call, application: ApplicationHead, order: JudgedOrder) => Promise<Worked>;

/** Kind → move → its work. An area of a kind hands them in (`areas.ts`), so that nothing here names a kind. */
export type Works = Readonly<Record<string, Readonly<Record<string, Work>>>>;
