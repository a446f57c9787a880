import { sql } from 'kysely';
import type { TestServer } from './server';

export type Section = {
  section: string;
  lines: Array<{ field: string; label: string; value: string; before: string | null; sealed: boolean }>;
  changed: boolean;
  verdict: 'unread' | 'ok' | 'fault';
  markVersion: number;
};
export type Review = {
  version: number;
  state: string;
  round: number;
  dueDate: string | null;
  workdaysLeft: number | null;
  provisional: boolean;
  claimedByZh: string | null;
  sections: Section[];
  notices: Array<{ n: number; recalled: boolean; dueDate: string; faults: Array<{ sectionZh: string; text: string }> }>;
  timeline: Array<{ zh: string; byZh: string; reason: string | null }>;
  transferTargets: Array<{ contestId: string; regionZh: string; tracks: Array<{ code: string; zh: string }> }>;
  moves: Array<{ move: string }>;
};
type Fault = { codes?: string[]; fields?: string[]; comment?: string };

export const reviewOf = (server: TestServer, as: string, entryId: string): Promise<Review> =>
  server.ask<Review>(as, 'screening/review', { entryId });

/** Claims an entry at its newest version; answers the version after it. */
export async function claimAs(server: TestServer, as: string, entryId: string): Promise<number> {
  const { version } = await reviewOf(server, as, entryId);
  return (await server.ask<{ version: number }>(as, 'screening/claim', { entryId, version })).version;
}

/** Marks every section: the named ones faulty, the rest in order. */
export async function readAll(
  server: TestServer,
  as: string,
  entryId: string,
  faults: Record<string, Fault> = {},
): Promise<void> {
  const { sections } = await reviewOf(server, as, entryId);
  for (const { section, verdict, markVersion } of sections) {
    const fault = faults[section];
    if (!fault && verdict === 'ok') continue;
    await server.ask(as, 'screening/markSection', {
      entryId,
      section,
      markVersion,
      verdict: fault ? 'fault' : 'ok',
      codes: fault?.codes ?? [],
      fields: fault?.fields ?? [],
      comment: fault?.comment ?? '',
    });
  }
}

type Moved = { entryId: string; state: string; stateZh: string; version: number };
type Decided = Moved & { decision?: { decisionId: string; version: number } };

/** Makes a move; what is only decided by it is sent at once. Answers how the entry then stands. */
export async function moveAs(server: Pick<TestServer, 'ask'>, as: string, path: string, input: object): Promise<Moved> {
  const { decision, ...moved } = await server.ask<Decided>(as, path, input);
  if (!decision) return moved;
  const { decisionId, version } = decision;
  const { decision: _, ...sent } = await server.ask<Decided>(as, 'screening/sendNow', { decisionId, version });
  return sent;
}

/** Takes a decision and sends it at once. */
export const decideAs = (
  server: Pick<TestServer, 'ask'>,
  as: string,
  move: 'approve' | 'return' | 'reject' | 'transfer',
  input: object,
): Promise<Moved> => moveAs(server, as, `screening/${move}`, input);

/** Lets the running edition want second signatures, or none. */
export const wantSignatures = (
  { db }: Pick<TestServer, 'db'>,
  signatures: 'none' | 'rejection' | 'all',
): Promise<unknown> =>
  sql`update edition set blueprint = blueprint || jsonb_build_object('signatures', ${signatures}::text)
    where status = 'current'`.execute(db);

/** Claims, reads and returns an entry with the given faults. */
export async function returnAs(
  server: TestServer,
  as: string,
  entryId: string,
  faults: Record<string, Fault>,
): Promise<number> {
  const version = await claimAs(server, as, entryId);
  await readAll(server, as, entryId, faults);
  return (await decideAs(server, as, 'return', { entryId, version, message: '' })).version;
}
