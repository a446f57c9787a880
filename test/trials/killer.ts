import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from './ledger';
import type { Random } from './random';
import { askDatabase, type TrialHost } from './trial-host';

export const victims = ['host', 'postmaster', 'backend'] as const;
export type Victim = (typeof victims)[number];

export type Killed = {
  victim: Victim;
  /** From the kill to the next answer that the database gave to anybody, in milliseconds. */
  outage: number;
  /** The database did not come back by itself in time, so that the host was killed too and started anew. */
  helped: boolean;
};

/** How long a database is waited for before somebody would start the product anew. */
const patienceMs = 15_000;
const neverMs = 120_000;

const backends = `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
  and backend_type = 'client backend'`;

/** Kills one after the other, each once the product has answered since the last. */
export async function killMany(
  host: TrialHost,
  ledger: Ledger,
  count: number,
  random: Random,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Killed[]> {
  const all: Killed[] = [];
  while (all.length < count) {
    await pause(random.between(200, 1500), undefined, { signal });
    const victim = random.oneOf([
      ['host', 3],
      ['postmaster', 2],
      ['backend', 5],
    ] as const);
    const began = performance.now();
    if (!(await strike(host, victim, random))) continue;
    const helped = await untilAnswered(host, ledger, began, signal);
    all.push({ victim, outage: ledger.lastAnswer - began, helped });
    if (all.length % 10 === 0) say(`${all.length} killed, ${ledger.acts.length} changes acknowledged`);
  }
  return all;
}

/** false: there was nobody to kill at this moment. */
async function strike(host: TrialHost, victim: Victim, random: Random): Promise<boolean> {
  switch (victim) {
    case 'host':
      await host.kill();
      await host.start();
      return true;
    case 'postmaster': {
      const pid = await host.postmaster();
      if (pid === null) return false;
      process.kill(pid, 'SIGKILL');
      return true;
    }
    case 'backend': {
      const living = await askDatabase<{ pid: number }>(host, backends).catch(() => []);
      if (living.length === 0) return false;
      const { pid } = random.oneOf(living.map((backend) => [backend, 1] as const));
      await askDatabase(host, `select pg_terminate_backend(${pid})`);
      return true;
    }
  }
}

/** Waits for an answer later than the kill; answers whether it took a new start. Throws when even that does not help. */
async function untilAnswered(host: TrialHost, ledger: Ledger, began: number, signal: AbortSignal): Promise<boolean> {
  let helped = false;
  // What was under way when the blow fell may still be answered; it says nothing about life after it.
  let after = performance.now() + 50;
  let up = false;
  while (!up || ledger.lastAnswer < after) {
    await pause(20, undefined, { signal });
    if (!up) {
      up = await askDatabase(host, 'select 1').then(
        () => true,
        () => false,
      );
      if (up) after = performance.now();
    }
    const waited = performance.now() - began;
    if (waited > neverMs) throw new Error('The product did not come back within two minutes.');
    if (!helped && waited > patienceMs) {
      helped = true;
      await host.kill();
      await host.start();
    }
  }
  return helped;
}
