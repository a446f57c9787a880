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
  notices: Array<{ n: number; dueDate: string; faults: Array<{ sectionZh: string; text: string }> }>;
  timeline: Array<{ zh: string; byZh: string; reason: string | null }>;
  transferTargets: Array<{ contestId: string; regionZh: string; tracks: Array<{ code: string; zh: string }> }>;
  moves: Array<{ move: string }>;
};
type Fault = { codes?: string[]; comment?: string };

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
      comment: fault?.comment ?? '',
    });
  }
}

/** Claims, reads and returns an entry with the given faults. */
export async function returnAs(
  server: TestServer,
  as: string,
  entryId: string,
  faults: Record<string, Fault>,
): Promise<number> {
  const version = await claimAs(server, as, entryId);
  await readAll(server, as, entryId, faults);
  return (await server.ask<{ version: number }>(as, 'screening/return', { entryId, version, message: '' })).version;
}
