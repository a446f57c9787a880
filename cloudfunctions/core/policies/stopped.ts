import { shanghaiDate } from '@shared/kernel/shanghai';
import type { Db } from '../platform/db';
import { stoppedOn } from '../platform/retention/closings';
import type { Home } from '../rpc/home';

/** Whether policies are served no more: the clock learns nothing new of anybody then, and reminds nobody. */
export const hasStopped = async (db: Db, now: number): Promise<boolean> =>
  (await stoppedOn(['service', 'module:policies'], shanghaiDate(now)).execute(db)).rows.length > 0;

/** A job that rests once they are served no more. */
export const unlessStopped =
  (run: (home: Home) => Promise<number>) =>
  async (home: Home): Promise<number> =>
    (await hasStopped(home.db, home.now())) ? 0 : run(home);
