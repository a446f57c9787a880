import { sql } from 'kysely';
import type { EntryState } from '../../src/shared/entry/states';
import { insertEntryRows } from '../support/entry-rows';
import type { Stage } from './stage';

/** What a contest holds in the middle of its screening; half of it waits to be read. */
const mixture: ReadonlyArray<readonly [state: EntryState, share: number]> = [
  ['submitted', 0.5],
  ['under_review', 0.1],
  ['returned', 0.1],
  ['qualified', 0.2],
  ['draft', 0.1],
];

const rowsAStatement = 30_000;

/** Puts the stage's entries into its tables, over all contests evenly, and lets the planner know of them. */
export async function fillStage({ size, filling }: Stage): Promise<void> {
  for (const [state, share] of mixture) {
    for (let left = Math.round(size * share); left > 0; left -= rowsAStatement) {
      await insertEntryRows(filling, { count: Math.min(left, rowsAStatement), state });
    }
  }
  await sql`vacuum analyze`.execute(filling);
}
