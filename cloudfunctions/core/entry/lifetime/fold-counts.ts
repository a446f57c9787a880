import { sql } from 'kysely';
import type { Home } from '../../rpc/home';

/**
 * Folds the deltas of the kept counts into one row each, so that summing stays as quick after a million moves as after
 * none. One statement: a reader sees the rows before or after, and of two folders at once the second finds nothing.
 */
export async function foldCounts(home: Home): Promise<void> {
  await sql`
    with gone as (delete from entry_count returning contest_id, state, track_code, delta)
    insert into entry_count (contest_id, state, track_code, delta)
    select contest_id, state, track_code, sum(delta) from gone group by 1, 2, 3 having sum(delta) <> 0`.execute(
    home.db,
  );
}
