import { areas } from '../../cloudfunctions/core/areas';
import type { Db } from '../../cloudfunctions/core/platform/db';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import type { Home } from '../../cloudfunctions/core/rpc/home';
import { makeServe } from '../../cloudfunctions/core/rpc/serve';
import { filledDraft } from '../support/entry-factory';
import type { TestServer } from '../support/server';
import { ofTransaction, record, replayInTransaction } from './record';
import { note, type Times, timed } from './samples';
import type { Stage } from './stage';

export const changes = ['submit', 'autosave'] as const;
export type Change = (typeof changes)[number];
export const changeName = (size: number, change: Change, way: 'serve' | 'statements'): string =>
  `${size}/${change}/${way}`;

/** How many statements one call sends inside its transaction. */
export type StatementCounts = Map<Change, number>;

const warmUp = 5;

/**
 * Submitting and the saving of a section at every size. Each sample takes two equal drafts: one is changed through
 * `serve`; for the other `serve` runs too and is taken back, and the statements that it sent are then sent by bare `pg`
 * in one transaction that is kept.
 */
export async function measureChanges(
  stages: readonly Stage[],
  samples: number,
): Promise<{ times: Times; counts: StatementCounts }> {
  const times: Times = new Map();
  const counts: StatementCounts = new Map();
  for (let i = 0; i < samples + warmUp; i += 1) {
    for (const stage of stages) {
      stage.server.clock.pass(60_000);
      const [one, other] = [await filledDraft(stage.server), await filledDraft(stage.server)];
      for (const change of ['autosave', 'submit'] as const) {
        const served = await timed(() => stage.server.ask(one.leader, ...callOf(change, one.entryId)));
        const statements = await recordTakenBack(stage.server, other.leader, change, other.entryId);
        const bare = await timed(() => replayInTransaction(stage.bare, statements));
        counts.set(change, statements.length);
        if (i < warmUp) continue;
        note(times, changeName(stage.size, change, 'serve'), served);
        note(times, changeName(stage.size, change, 'statements'), bare);
      }
    }
  }
  return { times, counts };
}

function callOf(change: Change, entryId: string): [path: string, input: unknown] {
  if (change === 'submit') return ['entry/submit', { entryId, version: 1 }];
  const data = {
    direct: 7,
    directBasis: '现有 3 人，明年再招 4 人',
    indirect: 15,
    indirectBasis: '十五户签约农家',
    insured: 0,
  };
  return ['entry/saveSection', { entryId, section: 'jobs', version: 1, data }];
}

/** What a change would send inside its transaction; it is taken back. */
export async function recordTakenBack(server: TestServer, leader: string, change: Change, entryId: string) {
  const token = await openSession(server.db, leader, server.clock.now(), server.home.random);
  const serve = makeServe({ ...server.home, db: takingBack(server.home.db) } satisfies Home, areas);
  const [path, input] = callOf(change, entryId);
  const statements = await record(async () => {
    const { body } = await serve({
      path,
      input,
      key: `bench-${entryId}-${change}`,
      credential: { kind: 'session', token },
      caller: 'bench',
    });
    if (!body.ok) throw new Error(`${path}: ${JSON.stringify(body.error)}`);
  });
  return ofTransaction(statements);
}

class TakenBack extends Error {
  constructor(readonly result: unknown) {
    super('taken back');
  }
}

/** A database whose transactions run to their end and are then rolled back. */
function takingBack(db: Db): Db {
  const execute = async (run: (tx: Db) => Promise<unknown>): Promise<unknown> => {
    try {
      return await db.transaction().execute(async (tx) => {
        throw new TakenBack(await run(tx));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result;
      throw error;
    }
  };
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') return () => ({ execute });
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
