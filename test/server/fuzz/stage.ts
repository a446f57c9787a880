import { areas } from '../../../cloudfunctions/core/areas';
import { makeServe } from '../../../cloudfunctions/core/rpc/serve';
import type { TestServer } from '../../support/server';
import type { People } from '../permissions/matrix-people';
import type { RollbackDatabase } from '../permissions/rollback-database';

/** The test server on the one connection whose writes can be taken back; who calls is one of the world's people, by their id. */
export type Stage = TestServer & Pick<RollbackDatabase, 'attempt'>;

/** Opens a stage. Its people stay signed in, wherever the clock is moved. */
export async function openStage(server: TestServer, { db, attempt }: RollbackDatabase, people: People): Promise<Stage> {
  await db
    .updateTable('session')
    .set({ expires_at: new Date(Date.UTC(2100, 0, 1)) })
    .execute();
  const home = { ...server.home, db };
  const serve = makeServe(home, areas);
  const tokens = new Map(Object.values(people).map(({ personId, token }) => [personId, token]));
  let keys = 0;
  const call: TestServer['call'] = async (as, path, input = {}, key) => {
    keys += 1;
    // Fewer than somebody may ask for in a minute.
    server.clock.pass(1500);
    const credential = { kind: 'session', token: tokens.get(as ?? '') ?? '' } as const;
    return serve({ path, input, key: key ?? `stage-key-${keys}`, credential, caller: 'stage' });
  };
  return {
    ...server,
    home,
    db,
    serve,
    attempt,
    call,
    async ask<T>(as: string | null, path: string, input?: unknown, key?: string): Promise<T> {
      const { body } = await call(as, path, input, key);
      if (!body.ok) throw new Error(`${path} was refused: ${JSON.stringify(body.error)}`);
      return body.data as T;
    },
  };
}
