import type { KyselyPlugin } from 'kysely';
import type { Db } from '../../cloudfunctions/core/platform/db';

/** The database of a worker that is killed before its n-th statement; nothing it asks from then on is answered. */
export function dyingAt(db: Db, n: number): { db: Db; asked(): number } {
  let asked = 0;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      asked += 1;
      if (asked >= n) throw new Error('the plug was pulled');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { db: db.withPlugin(plugin), asked: () => asked };
}
