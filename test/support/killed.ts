import type { Home } from '../../cloudfunctions/core/rpc/home';
import { dyingAt } from './dying-database';
import type { TestServer } from './server';

/** What a worker or a call does that may be killed anywhere; made anew for each kill. */
export type Killed = {
  name: string;
  /** Makes what it works on, and forgets what was made before. */
  arrange(): Promise<void>;
  /** The work itself, with the database that dies. */
  act(home: Home): Promise<unknown>;
  /** The same as it is done again by whoever comes after; left out: as before. */
  again?(home: Home): Promise<unknown>;
  /** What is wrong once it was done again; nothing, if all is well. */
  look(): Promise<string[]>;
};

/** Kills it before its n-th statement, n = 1, 2, …, until it survives, each time on new ground; another goes on after it. @param step how many statements lie between two kills */
export async function killedEverywhere(
  server: TestServer,
  { arrange, act, again = act, look }: Killed,
  step = 1,
): Promise<{ kills: number; faults: string[] }> {
  const faults: string[] = [];
  for (let n = 1; ; n += step) {
    await arrange();
    const dying = dyingAt(server.db, n);
    await act({ ...server.home, db: dying.db }).catch(() => undefined);
    const survived = dying.asked() < n;
    await again(server.home);
    faults.push(...(await look()).map((fault) => `before statement ${n}: ${fault}`));
    if (survived) return { kills: Math.ceil((n - 1) / step), faults };
  }
}
