import { Client } from 'pg';

/** A statement as it went to the database. */
export type Statement = { name?: string; text: string; values: unknown[] };

let recording: Statement[] | null = null;
/** Statements that were sent and not answered, and how often one was sent while there was none. */
const under = { way: 0, rounds: 0 };

const send = Client.prototype.query;
type Sent = [text: string | Statement, values?: unknown[]];

Client.prototype.query = function recorded(this: Client, ...sent: Sent): unknown {
  const [what, values] = sent;
  recording?.push(typeof what === 'string' ? { text: what, values: values ?? [] } : { ...what });
  if (under.way === 0) under.rounds += 1;
  const answer: unknown = Reflect.apply(send, this, sent);
  if (!(answer instanceof Promise)) return answer;
  under.way += 1;
  const ended = () => {
    under.way -= 1;
  };
  answer.then(ended, ended);
  return answer;
} as unknown as typeof send;

/** Runs something and answers what it sent to the database meanwhile, so that no statement is copied by hand. */
export async function record(run: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  recording = statements;
  try {
    await run();
  } finally {
    recording = null;
  }
  return statements;
}

/** Runs something and answers how often it waited for the database: statements that are under way at the same time count once. */
export async function waitsOf(run: () => Promise<unknown>): Promise<number> {
  under.rounds = 0;
  await run();
  return under.rounds;
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
