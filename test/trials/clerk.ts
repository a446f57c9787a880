import { setTimeout as pause } from 'node:timers/promises';
import { shanghaiDate } from '../../src/shared/kernel/shanghai';
import { type Client, signIn } from './client';
import type { Ledger } from './ledger';
import type { Random } from './random';

type Row = { entryId: string; version: number };
type Moved = { version: number; decision?: { decisionId: string; version: number } };
type Review = {
  version: number;
  sections: Array<{ section: string; verdict: string; markVersion: number }>;
  checks: Array<{ code: string }>;
};

const filter = { contestId: null, state: 'waiting', trackCode: null, claimed: 'none', overdue: false, q: '' };
/** A clerk may make 120 changes a minute; one entry takes about nine. */
const breathMs = 3000;

/** Works through the queue: claims, puts some back, reads the rest and returns or approves them, the lists looked through. */
export async function workAsClerk(
  address: string,
  ledger: Ledger,
  persona: string,
  random: Random,
  stopping: AbortSignal,
  giveUp: AbortSignal,
): Promise<void> {
  const me = await signIn(address, ledger, persona, giveUp);
  while (!stopping.aborted) {
    const { items } = await me.ask<{ items: Row[] }>('screening/queue', { filter });
    const [row] = items;
    if (row) await handle(me, ledger, row, random);
    await pause(breathMs);
  }
}

async function handle(me: Client, ledger: Ledger, row: Row, random: Random): Promise<void> {
  const { entryId } = row;
  const move = async (name: string, input: { version: number; message?: string }): Promise<number | null> => {
    const moved = await me.call<Moved>(`screening/${name}`, { entryId, ...input });
    if (!moved.ok) return null;
    const { decision, ...made } = moved.data;
    const sent = decision
      ? await me.call<Moved>('screening/sendNow', { decisionId: decision.decisionId, version: decision.version })
      : { ok: true as const, data: made };
    // The entrant may have withdrawn meanwhile.
    if (!sent.ok) return null;
    ledger.moves.push({ entryId, move: name, version: sent.data.version });
    return sent.data.version;
  };
  // A colleague, or the entrant, may have been first.
  const version = await move('claim', { version: row.version });
  if (version === null) return;
  const what = random.oneOf([
    ['release', 1],
    ['return', 2],
    ['approve', 1],
  ] as const);
  if (what === 'release') {
    await move('release', { version });
    return;
  }
  const { sections, checks } = await me.ask<Review>('screening/review', { entryId });
  for (const { section, markVersion } of sections) {
    const faulty = what === 'return' && section === 'project';
    const verdict = faulty
      ? { verdict: 'fault', codes: ['PROJECT_UNCLEAR'], comment: '请写明和哪些农户签了约' }
      : { verdict: 'ok', codes: [], comment: '' };
    await me.call('screening/markSection', { entryId, section, markVersion, ...verdict });
  }
  if (what === 'approve') {
    const codes = checks.map(({ code }) => code);
    const look = { codes, clear: true, checkedOn: shanghaiDate(Date.now()), note: '' };
    await me.call('screening/recordChecks', { entryId, ...look });
  }
  const made = await move(what, { version, ...(what === 'return' && { message: '' }) });
  // A second return is the lead's; what a clerk may not return goes back into the queue.
  if (made === null) await move('release', { version });
}
