import { sql } from 'kysely';
import { Refused } from '../refused';
import type { Db } from './db';

const changesAMinute = 120;
const readsAMinute = 900;

/**
 * Counts a change against its caller's minute, over all processes. Its own statement, outside the change's transaction,
 * so that refused attempts count too. Throws Refused RATE_LIMITED above 120 a minute.
 */
export async function countChange(db: Db, caller: string, now: number): Promise<void> {
  const minute = Math.floor(now / 60_000);
  const { rows } = await sql<{
    calls: number;
  }>`insert into call_rate (caller, minute, calls) values (${caller}, ${minute}, 1)
    on conflict (caller, minute) do update set calls = call_rate.calls + 1 returning calls`.execute(db);
  if ((rows[0]?.calls ?? 0) > changesAMinute) throw new Refused('RATE_LIMITED');
}

/** Reads are counted in memory, a process for itself: they change nothing, and a write a read would double their cost. */
export function makeReadCounter(): (caller: string, now: number) => void {
  let minute = 0;
  let calls = new Map<string, number>();
  return (caller, now) => {
    const current = Math.floor(now / 60_000);
    if (current !== minute) {
      minute = current;
      calls = new Map();
    }
    const n = (calls.get(caller) ?? 0) + 1;
    calls.set(caller, n);
    if (n > readsAMinute) throw new Refused('RATE_LIMITED');
  };
}
