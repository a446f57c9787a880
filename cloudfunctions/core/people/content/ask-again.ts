import type { Home } from '../../rpc/home';
import { judgeName } from './judge-name';
import { endName, namesDue } from './name-checks';

/** Asks again about the names that could not be judged when they were written. Two workers at once end each name once. */
export async function askAgain(home: Home): Promise<number> {
  const due = await namesDue(home.db, home.now());
  const ended = await Promise.all(
    due.map(async (check) => {
      const verdict = await judgeName(home, check.personId, check.name);
      return endName(home.db, check, verdict, home.now());
    }),
  );
  return ended.filter(Boolean).length;
}
