import type { CompiledQuery } from 'kysely';
import type { Db } from './db';

/** Anything of Kysely's that becomes one statement. */
export type Statement<Row> = { compile(on: Db): CompiledQuery<Row> };

type Rows<Each extends readonly unknown[]> = { [K in keyof Each]: Each[K][] };

/**
 * Sends statements in one round trip; the server runs them in this order, each seeing what those before it left. Answers the rows of each.
 * For reads, or inside a transaction: outside one, a statement that fails does not undo the others.
 */
export async function together<Each extends readonly unknown[]>(
  db: Db,
  ...statements: { [K in keyof Each]: Statement<Each[K]> }
): Promise<Rows<Each>> {
  const compiled = (statements as ReadonlyArray<Statement<unknown>>).map((statement) => statement.compile(db));
  return db.getExecutor().provideConnection(async (connection) => {
    const sent = compiled.map((query) => connection.executeQuery<unknown>(query));
    // The connection is not let go before it has answered all.
    await Promise.allSettled(sent);
    return (await Promise.all(sent)).map(({ rows }) => rows) as Rows<Each>;
  });
}

/** What a transaction has sent without waiting for it. */
export type Owed = Array<Promise<unknown>>;

const debts = new WeakMap<Db, Owed>();

/** Lets a transaction send statements without waiting; who runs it looks at `owed` when it has ended. */
export function mayOwe(tx: Db, owed: Owed): void {
  debts.set(tx, owed);
}

/**
 * Sends a statement of whose outcome nothing is asked but that it succeeds, and does not wait for it: what is asked next travels behind it, COMMIT
 * as well. One that fails spoils the transaction, whose COMMIT then changes nothing, and whoever runs it is told
 * (`rpc/transact.ts`). Where nobody would look it is waited for.
 */
export async function later(db: Db, statement: Statement<unknown>): Promise<void> {
  const owed = debts.get(db);
  const query = statement.compile(db);
  await db.getExecutor().provideConnection(async (connection) => {
    const sent = connection.executeQuery(query);
    if (owed === undefined) return void (await sent);
    sent.catch(() => undefined);
    owed.push(sent);
  });
}

/**
 * Sends a statement whose rows are asked for later: what is asked meanwhile travels with it. Answers the function that waits for them. Where nobody
 * would look at one that is never waited for, it is waited for at once.
 */
export async function ahead<Row>(db: Db, statement: Statement<Row>): Promise<() => Promise<Row[]>> {
  const owed = debts.get(db);
  const query = statement.compile(db);
  const { sent } = await db.getExecutor().provideConnection(async (connection) => {
    const sent = connection.executeQuery<Row>(query);
    if (owed === undefined) await sent;
    else owed.push(sent);
    sent.catch(() => undefined);
    return { sent };
  });
  return async () => (await sent).rows;
}

/** What went wrong first of all that was sent; null: nothing. Waits until every one was answered. */
export async function firstFailure(owed: Owed): Promise<{ error: unknown } | null> {
  const outcomes = await Promise.allSettled(owed);
  const failed = outcomes.find((outcome): outcome is PromiseRejectedResult => outcome.status === 'rejected');
  return failed ? { error: failed.reason } : null;
}
