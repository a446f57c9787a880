import { standingOf } from '../../src/shared/cases/standing';
import { entryLifecycle } from '../../src/shared/entry/lifecycle';
import type { EntryState } from '../../src/shared/entry/states';
import type { Side } from '../../src/shared/kernel/define-lifecycle';

/** How an entry of a state stands for a reader, as the server says it. */
export const entryStanding = (state: string, side: Side) => standingOf(entryLifecycle, state as EntryState, side);
