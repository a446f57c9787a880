/**
 * `npm run trial:kills`: the product under load, in a folder of its own, while its host, its database and single connections are
 * killed; then the whole database is held against what was acknowledged. `-- --kills 20` for fewer than 100, `--seed N` for the same
 * order of kills again. Ends with 1 when anything was lost or done twice.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readKeys } from '../../cloudfunctions/core/platform/crypto/keys';
import { openDatabase, unhurried } from '../../cloudfunctions/core/platform/db';
import { openDiskStorage } from '../../cloudfunctions/core/platform/storage/disk-storage';
import { workAsClerk } from './clerk';
import { GivenUp } from './client';
import { walkEntrant } from './entrant';
import { killMany } from './killer';
import { reportKills } from './kills-report';
import { type Ledger, openLedger } from './ledger';
import { makeRandom } from './random';
import { askDatabase, makeTrialHost, type TrialHost } from './trial-host';
import { type Verdict, verify } from './verify';

const entrants = 6;
const clerks = ['clerk-puxian-1', 'clerk-puxian-2', 'lead-puxian'];
/** After the last kill: what is under way may end, and what was left to tell is told. A check that was cut off is made again after a minute. */
const lastWordsMs = 2 * 60_000;
/** A trial that hangs is a failed trial. */
const mostMsAKill = 20_000;

const began = performance.now();
const say = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' } },
  });
  const kills = Number(values.kills);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (!Number.isInteger(kills) || kills < 1 || kills > 1000 || !Number.isInteger(seed)) {
    throw new Error('Usage: npm run trial:kills -- [--kills 1…1000] [--seed N]');
  }
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupted.abort());
  const late = AbortSignal.timeout(120_000 + 2 * lastWordsMs + kills * mostMsAKill);
  const signal = AbortSignal.any([interrupted.signal, late]);

  say('preparing a folder');
  const host = await makeTrialHost('kills');
  try {
    await host.start();
    say(`${host.address}, ${kills} kills, seed ${seed}`);
    await run(host, kills, seed, signal);
  } finally {
    await host.clear();
  }
}

async function run(host: TrialHost, kills: number, seed: number, signal: AbortSignal): Promise<void> {
  const ledger = openLedger();
  const stopping = new AbortController();
  const giveUp = new AbortController();
  signal.addEventListener('abort', () => {
    stopping.abort();
    giveUp.abort();
  });
  const failures: unknown[] = [];
  const load = startLoad(host.address, ledger, seed, stopping.signal, giveUp.signal, failures);
  try {
    const killed = await killMany(host, ledger, kills, makeRandom(seed), signal, say);
    say('letting what is under way end');
    stopping.abort();
    const timer = setTimeout(() => giveUp.abort(), lastWordsMs);
    await load;
    clearTimeout(timer);
    signal.throwIfAborted();
    await untilTold(host);
    say('holding the database against what was acknowledged');
    const verdict = await verifyAll(host, ledger);
    const seconds = (performance.now() - began) / 1000;
    const { text, clean } = reportKills({ seed, killed, ledger, verdict, failures, seconds });
    console.log(text);
    if ((await host.stop()) !== 0) throw new Error('The host did not end cleanly.');
    if (!clean) process.exitCode = 1;
  } finally {
    stopping.abort();
    giveUp.abort();
    await load;
  }
}

/** Everybody at once until `stopping`; then what they are about is brought to its end. */
async function startLoad(
  address: string,
  ledger: Ledger,
  seed: number,
  stopping: AbortSignal,
  giveUp: AbortSignal,
  failures: unknown[],
): Promise<void> {
  const guard = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof GivenUp)) failures.push(error);
    });
  const entering = Array.from({ length: entrants }, async () => {
    while (!stopping.aborted && failures.length === 0) await guard(walkEntrant(address, ledger, giveUp));
  });
  const working = clerks.map((persona, i) =>
    guard(workAsClerk(address, ledger, persona, makeRandom(seed + i + 1), stopping, giveUp)),
  );
  await Promise.all([...entering, ...working]);
}

async function verifyAll(host: TrialHost, ledger: Ledger): Promise<Verdict> {
  const db = openDatabase(await host.url(), 2, unhurried);
  try {
    const { auditKeys } = readKeys({}, { mode: 'demo', dataFolder: host.dataFolder });
    return await verify(db, await openDiskStorage(join(host.dataFolder, 'files')), auditKeys, ledger);
  } finally {
    await db.destroy();
  }
}

async function untilTold(host: TrialHost): Promise<void> {
  for (const end = performance.now() + lastWordsMs; performance.now() < end; await pause(500)) {
    const [left] = await askDatabase<{ n: string }>(
      host,
      'select count(*) as n from outbox where delivered_at is null',
    );
    if (left?.n === '0') return;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
