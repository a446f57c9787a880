import { makeUuidV7 } from '@shared/kernel/id';
import type { Home } from '../rpc/home';
import type { Db } from './db';
import { faultOf } from './log/fault';
import { at } from './schema';

/** What the security log keeps of an act: who (null: nobody known), the path, the outcome's code, from where. Never a value. */
export type SecurityEvent = { personId: string | null; act: string; outcome: string; address: string; at: number };

export type SecurityLog = {
  note(event: SecurityEvent): void;
  /** Writes what is waiting, now; never throws. */
  settle(): Promise<void>;
};

/** What the log holds (`s`), with whoever did it (`p`), to be filtered, ordered and cut by who reads it. */
export const securityEvents = (db: Db) =>
  db.selectFrom('security_event as s').leftJoin('person as p', 'p.id', 's.person_id');

const pauseMs = 500;
/** Between two writings no more than so many different events are held; a flood beyond that is counted in the log line alone. */
const mostWaiting = 500;

/**
 * Keeps events for a moment and writes them in one statement, beside the calls they tell of: outside their transactions, and whatever becomes
 * of it, no call fails. The same refusal again and again within that moment is one row with its number of times.
 */
export function makeSecurityLog(home: Pick<Home, 'db' | 'log' | 'random'>): SecurityLog {
  let waiting = new Map<string, SecurityEvent & { times: number }>();
  let lost = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const events = [...waiting.values()];
    if (lost > 0) home.log.error({ lost }, 'more security events than are kept');
    waiting = new Map();
    lost = 0;
    if (events.length === 0) return;
    const rows = events.map(({ personId, address, at: ms, ...event }) => ({
      id: makeUuidV7(ms, home.random(10)),
      person_id: personId,
      caller: address,
      at: at(ms),
      ...event,
    }));
    try {
      await home.db.insertInto('security_event').values(rows).execute();
    } catch (error) {
      home.log.error({ error: faultOf(error), lost: rows.length }, 'security events were not written');
    }
  }

  function settle(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  return {
    settle,
    note(event) {
      const { personId, act, outcome, address } = event;
      // What was done stands alone; only what was refused is gathered.
      const place = outcome === 'OK' ? `${waiting.size}` : [personId, act, outcome, address].join(' ');
      const same = waiting.get(place);
      if (same) same.times += 1;
      else if (waiting.size >= mostWaiting) lost += 1;
      else waiting.set(place, { ...event, times: 1 });
      timer ??= setTimeout(() => void settle(), pauseMs);
      timer.unref();
    },
  };
}
