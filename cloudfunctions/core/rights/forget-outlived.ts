import type { Home } from '../rpc/home';
import { erase } from './erase-asked';
import type { Registry } from './registry';

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Empties whatever has outlived its term (`retentionTerms`), whosever it is, by the same steps by which an account is: what a law keeps a record of
 * keeps that. Some at a time; what is done is found no more.
 * @returns how many were emptied
 */
export async function forgetOutlived(home: Pick<Home, 'db' | 'now'>, registry: Registry): Promise<number> {
  const { db } = home;
  const now = home.now();
  let gone = 0;
  for (const { outlived } of registry.personal) {
    while (typeof outlived === 'function') {
      const own = await outlived(db, now);
      if (own.length === 0) break;
      const ids = own.map(({ id }) => id);
      const things = [...own];
      const kept = new Set<string>();
      for (const { hangs, recorded } of registry.personal) {
        if (hangs) things.push(...(await hangs(db, ids)));
        for (const id of (await recorded?.(db, ids, now)) ?? []) kept.add(id);
      }
      await erase(db, registry, { personId: nobody, things, kept, askedAt: now });
      gone += own.length;
    }
  }
  return gone;
}
