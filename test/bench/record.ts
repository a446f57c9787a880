import { Client } from 'pg';

/** A statement as it went to the database. */
export type Statement = { name?: string; text: string; values: unknown[] };

type Sent = [text: string | Statement, values?: unknown[]];

/** Runs something while every statement that goes to the database is told of; before and after it, none is. */
async function watching(run: () => Promise<unknown>, told: (sent: Sent, answer: unknown) => void): Promise<void> {
  const { query } = Client.prototype;
  Client.prototype.query = function watched(this: Client, ...sent: Sent): unknown {
    const answer: unknown = Reflect.apply(query, this, sent);
    told(sent, answer);
    return answer;
  } as unknown as typeof query;
  try {
    await run();
  } finally {
    Client.prototype.query = query;
  }
}

/** Runs something and answers what it sent to the database meanwhile, so that no statement is copied by hand. */
export async function record(run: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  await watching(run, ([what, values]) => {
    statements.push(typeof what === 'string' ? { text: what, values: values ?? [] } : { ...what });
  });
  return statements;
}

/** Runs something and answers how often it waited for the database: statements that are under way at the same time count once. */
export async function waitsOf(run: () => Promise<unknown>): Promise<number> {
  let underWay = 0;
  let rounds = 0;
  await watching(run, (_, answer) => {
    if (underWay === 0) rounds += 1;
    if (!(answer instanceof Promise)) return;
    underWay += 1;
    const ended = () => {
      underWay -= 1;
    };
    answer.then(ended, ended);
  });
  return rounds;
}

/** What ran between `begin` and the transaction's end. */
export function ofTransaction(statements: readonly Statement[]): Statement[] {
  const begin = statements.findIndex(({ text }) => text === 'begin');
  const end = statements.findIndex(({ text }) => text === 'commit' || text === 'rollback');
  if (begin < 0 || end < 0) throw new Error('There was no transaction.');
  return statements.slice(begin + 1, end);
}

/** Sends statements one after another, as the product sends them: prepared where it prepares. */
export async function replay(client: Client, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await client.query({ ...statement });
}

/** Sends statements in one transaction of their own. */
export async function replayInTransaction(client: Client, statements: readonly Statement[]): Promise<void> {
  await client.query('begin');
  await replay(client, statements);
  await client.query('commit');
}
