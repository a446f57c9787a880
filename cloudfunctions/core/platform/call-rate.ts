import { type RawBuilder, sql } from 'kysely';
import { Refused } from '../rpc/refused';
import type { Db } from './db';

/** What one person, or one session that is not yet known, may spend a minute; a plain call costs 1. */
const personAMinute = 900;
/** A campus or an office shares one address, so its visitors have a pool for all of them; who is signed in takes nothing from it. */
const addressAMinute = 6000;
const changesAMinute = 120;
/** Signing in is the only change that a visitor can ask for, and a hall full of people signs in at once. */
const signInsAMinute = 600;
/** A session that is none costs a look into the database. */
const strangerCosts = 10;
/** No client of ours sends what cannot be read. */
export const malformedCosts = 5;
/** Tries at a secret that people type, an hour; a hall full of new clerks types at once. */
const triesAnHour = { person: 10, address: 300 } as const;
/** So many callers are told apart within a minute. */
const mostCallers = 100_000;

/** Minutes since 1970. */
export const minuteOf = (now: number): number => Math.floor(now / 60_000);

function tooMany(now: number, whose: 'person' | 'address'): Refused {
  const seconds = 60 - Math.floor((now % 60_000) / 1000);
  const sentence =
    whose === 'person'
      ? `操作太频繁，请在 ${seconds} 秒后再试`
      : `当前网络下访问的人太多，请在 ${seconds} 秒后再试。已登录的不受影响`;
  return new Refused('RATE_LIMITED', sentence, undefined, undefined, seconds);
}

/** Who a call is counted against: a person or a session by itself, a visitor by the address that is shared with others. */
export type Payer = { kind: 'person' | 'address'; id: string };

export type CallCounter = {
  /** Counts a call as it arrives, before anything is looked up: against what it claims to be, or against its address. */
  arrive(claimed: string | null, address: string, cost: number, now: number): void;
  /** Counts it against the person who was found behind the claim; a claim with nobody behind it costs the address more. */
  meet(claimed: string | null, address: string, personId: string | null, cost: number, now: number): void;
  spend(payer: Payer, cost: number, now: number): void;
  /** What was spent here since it was last taken; null: nothing, or nobody shares. */
  takeSpent(): Spent | null;
  /** Adds what was spent elsewhere; whoever is over the limit by it hears so at the next call. */
  addSpent(spent: Spent): void;
};

/** What callers spent within a minute. */
export type Spent = { minute: number; costs: Array<[place: string, cost: number]> };

/**
 * Counts calls in memory: a read changes nothing, and a write a read would double its cost. `arrive`, `meet` and `spend` throw Refused
 * RATE_LIMITED once a minute is spent.
 * @param shared processes that answer side by side tell one another what was spent (`takeSpent`, `addSpent`), so that the limits are those of all together
 */
export function makeCallCounter(shared = false): CallCounter {
  let minute = 0;
  let spent = new Map<string, number>();
  let untold = new Map<string, number>();
  const met = new Set<string>();

  function spend(payer: Payer, cost: number, now: number): void {
    if (minuteOf(now) !== minute || spent.size >= mostCallers) {
      minute = minuteOf(now);
      spent = new Map();
      untold = new Map();
    }
    const place = `${payer.kind}:${payer.id}`;
    if (shared && cost > 0) untold.set(place, (untold.get(place) ?? 0) + cost);
    const sum = (spent.get(place) ?? 0) + cost;
    spent.set(place, sum);
    if (sum > (payer.kind === 'person' ? personAMinute : addressAMinute)) throw tooMany(now, payer.kind);
  }

  return {
    spend,
    takeSpent() {
      if (untold.size === 0) return null;
      const costs = [...untold];
      untold = new Map();
      return { minute, costs };
    },
    addSpent(from) {
      if (from.minute !== minute) return;
      for (const [place, cost] of from.costs) spent.set(place, (spent.get(place) ?? 0) + cost);
    },
    arrive(claimed, address, cost, now) {
      if (claimed === null) return spend({ kind: 'address', id: address }, cost, now);
      spend({ kind: 'person', id: claimed }, cost, now);
      // Sessions made up one after the other are not looked up for ever; those that were met before go on.
      if (!met.has(claimed)) spend({ kind: 'address', id: address }, 0, now);
    },
    meet(claimed, address, personId, cost, now) {
      if (personId === null) {
        if (claimed !== null) spend({ kind: 'address', id: address }, strangerCosts, now);
        return;
      }
      if (met.size >= mostCallers) met.clear();
      if (claimed !== null) met.add(claimed);
      spend({ kind: 'person', id: personId }, cost, now);
    },
  };
}

/**
 * Counts a visitor's change over all processes, in the database. Its own statement, outside the change's transaction, so that refused attempts
 * count too; a person's are counted by the statement that finds the person (`resolveAndCount`). Throws Refused RATE_LIMITED.
 */
export async function countChange(db: Db, address: string, now: number): Promise<void> {
  const { rows } = await sql<{
    calls: number;
  }>`${counting(sql`values (${address}, ${minuteOf(now)}::int, 1)`)}`.execute(db);
  insistFewChanges(rows[0]?.calls ?? 0, 'address', now);
}

/** The statement that counts changes: of rows (caller, minute, calls), it answers how many there have been within the minute. */
export const counting = (rows: RawBuilder<unknown>): RawBuilder<{ caller: string; calls: number }> =>
  sql`insert into call_rate (caller, minute, calls) ${rows}
    on conflict (caller, minute) do update set calls = call_rate.calls + 1 returning caller, calls`;

/** Throws Refused RATE_LIMITED above 120 changes a minute for a person, 600 for the visitors of an address. */
export function insistFewChanges(changes: number, whose: Payer['kind'], now: number): void {
  if (changes > (whose === 'person' ? changesAMinute : signInsAMinute)) throw tooMany(now, whose);
}

/**
 * Counts a try at a secret that could be guessed, an hour, against who tries and where from, over all processes; outside the change's transaction, so
 * that what was refused counts. Throws Refused RATE_LIMITED.
 */
export async function countTry(db: Db, payers: readonly Payer[], now: number): Promise<void> {
  const hour = Math.floor(minuteOf(now) / 60) * 60;
  const placeOf = ({ kind, id }: Payer) => `try:${kind}:${id}`;
  const rows = payers.map((payer) => sql`(${placeOf(payer)}, ${hour}::int, 1)`);
  const { rows: counted } = await counting(sql`values ${sql.join(rows)}`).execute(db);
  for (const payer of payers) {
    const tries = counted.find(({ caller }) => caller === placeOf(payer))?.calls ?? 0;
    if (tries <= triesAnHour[payer.kind]) continue;
    const minutes = hour + 60 - minuteOf(now);
    throw new Refused('RATE_LIMITED', `试的次数太多，请 ${minutes} 分钟后再试`, undefined, undefined, minutes * 60);
  }
}
