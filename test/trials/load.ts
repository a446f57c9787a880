/**
 * `npm run trial:load`: how many calls a second the host answers over HTTP, a process of its own, and how long they take, beside the same
 * statements sent by bare `pg` over as many connections; by one process, then by `--processes` (2 unless told; 1: no second time). Writes docs/generated/load.md. `-- --quick` for
 * a shorter run that writes nothing.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import { rows2025 } from '../../cloudfunctions/core/seeds/edition-2025';
import { recordTakenBack } from '../bench/changes';
import { record, replay, replayInTransaction, type Statement } from '../bench/record';
import { filledDraft } from '../support/entry-factory';
import { serverOn, type TestServer } from '../support/server';
import { makeSender, measure, type Sent } from './load-http';
import { type Loads, reportLoad } from './load-report';
import { makeTrialHost, type TrialHost } from './trial-host';

/** As many calls are under way at once. */
const lanes = 16;
/** As many connections as a process of the host has. */
const connections = 10;

type Draft = { entryId: string; leader: string; session: string };

const began = performance.now();
const say = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, processes: { type: 'string', default: '2' } },
  });
  const { quick } = values;
  const most = Number(values.processes);
  const size = quick ? { ms: 2000, drafts: 160 } : { ms: 6000, drafts: 800 };
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupted.abort());
  const hosts: Loads['hosts'] = [];
  let bare: Rates | null = null;
  for (const processes of new Set([1, most])) {
    say(`preparing a folder for ${processes} ${processes === 1 ? 'process' : 'processes'}`);
    const host = await makeTrialHost('load', { XINGHUO_PROXIES: '1', XINGHUO_PROCESSES: String(processes) });
    try {
      const { signal } = interrupted;
      // Before the host runs, whose worker would take a file of theirs for its own and find no bytes.
      const { drafts, bareRates } = await host.beforehand(async (url) =>
        prepareDrafts(url, await host.dataKey(), { ...size, withBare: bare === null }, signal),
      );
      bare ??= bareRates;
      await host.start();
      signal.throwIfAborted();
      say('measuring the host');
      hosts.push({ processes, rates: await measureHost(host, drafts, size.ms) });
      await host.stop();
    } finally {
      await host.clear();
    }
  }
  if (bare === null) throw new Error('Nothing was measured.');
  const text = reportLoad({ hosts, bare }, { lanes, connections });
  console.log(text);
  if (!quick) writeFileSync(resolve(__dirname, '../../docs/generated/load.md'), text);
}

/** Drafts for the host; and what bare statements do, before it takes its share of the machine. */
async function prepareDrafts(
  url: string,
  dataKey: string,
  { ms, drafts, withBare }: { ms: number; drafts: number; withBare: boolean },
  signal: AbortSignal,
): Promise<{ drafts: Draft[]; bareRates: Rates | null }> {
  const server = await serverOn(url, dataKey);
  server.clock.set(Date.now());
  const clients = await openClients(url);
  try {
    say('filling drafts');
    const forHost = await fill(server, drafts, signal);
    if (!withBare) return { drafts: forHost, bareRates: null };
    const spare = await fill(server, drafts, signal);
    say('measuring bare statements');
    return { drafts: forHost, bareRates: await measureBare(server, clients, spare, ms) };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await server.close();
  }
}

async function openClients(url: string): Promise<Client[]> {
  return Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
}

async function fill(server: TestServer, count: number, signal: AbortSignal): Promise<Draft[]> {
  const drafts: Draft[] = [];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (drafts.length < count) {
        signal.throwIfAborted();
        // References of one region are given one after another; a city's people enter in all.
        const place = rows2025[drafts.length % rows2025.length];
        const draft = await filledDraft(server, { region: place?.regionId ?? '', track: place?.tracks[0]?.[0] ?? '' });
        const session = await openSession(server.db, draft.leader, server.clock.now(), server.home.random);
        drafts.push({ ...draft, session });
      }
    }),
  );
  return drafts.slice(0, count);
}

/** The statements of each call as the product sends them, without HTTP, parsing and thinking between them. */
async function measureBare(
  server: TestServer,
  clients: readonly Client[],
  drafts: readonly Draft[],
  ms: number,
): Promise<Rates> {
  const reading = async (as: string | null, path: string) => {
    const statements = await record(() => server.ask(as, path));
    return measure(clients.length, ms, (lane) => () => replay(clientOf(clients, lane), statements));
  };
  const landing = await reading(null, 'notices/landing');
  const workbench = await reading(drafts[0]?.leader ?? null, 'notices/workbench');
  const changing = async (change: 'autosave' | 'submit') => {
    const waiting: Statement[][] = [];
    for (const { leader, entryId } of drafts) {
      const statements = await recordTakenBack(server, leader, change, entryId);
      waiting.push(renumbered(statements, 9999 - waiting.length));
    }
    return measure(clients.length, ms, (lane) => {
      const statements = waiting.pop();
      return statements ? () => replayInTransaction(clientOf(clients, lane), statements) : null;
    });
  };
  return { landing, workbench, save: await changing('autosave'), submit: await changing('submit') };
}

/** What was taken back gave its number back too, so that all of a region would be sent under the same one. */
const renumbered = (statements: readonly Statement[], n: number): Statement[] =>
  statements.map((statement) => ({
    ...statement,
    values: statement.values.map((value) =>
      typeof value === 'string' ? value.replace(/(XH\d{4}-\w+)-\d{4}\b/g, `$1-${n}`) : value,
    ),
  }));

type Rates = Loads['bare'];

function clientOf(clients: readonly Client[], lane: number): Client {
  const client = clients[lane];
  if (!client) throw new Error('There are more lanes than connections.');
  return client;
}

async function measureHost(host: TrialHost, drafts: readonly Draft[], ms: number): Promise<Rates> {
  const { send, end } = makeSender(host.address, lanes);
  /** The n-th draft of a lane's own share, round after round: no two calls at once are about one entry. */
  const ofLane = (lane: number, round: number): Draft & { turn: number } => {
    const share = drafts.filter((_, i) => i % lanes === lane);
    const draft = share[round % share.length];
    if (!draft) throw new Error('There are fewer drafts than lanes.');
    return { ...draft, turn: Math.floor(round / share.length) };
  };
  /** A quarter of the time unmeasured first: a process that has just begun is slow at what it has not done before. */
  const loop = async (call: (lane: number, round: number) => Sent | null) => {
    const rounds = Array.from({ length: lanes }, () => 0);
    const next = (lane: number) => {
      const sent = call(lane, rounds[lane] ?? 0);
      rounds[lane] = (rounds[lane] ?? 0) + 1;
      return sent && (() => send(sent));
    };
    await measure(lanes, ms / 4, next);
    return measure(lanes, ms, next, host.cpuMs);
  };
  const jobs = { direct: 7, directBasis: '现有 3 人', indirect: 15, indirectBasis: '十五户签约农家', insured: 0 };
  try {
    const landing = await loop(() => ({ path: 'notices/landing', input: {}, caller: anyAddress() }));
    const workbench = await loop((lane, round) => {
      const { session } = ofLane(lane, round);
      return { path: 'notices/workbench', input: {}, session, caller: anyAddress() };
    });
    const save = await loop((lane, round) => {
      const { session, entryId, turn } = ofLane(lane, round);
      const input = { entryId, section: 'jobs', version: turn + 1, data: { ...jobs, direct: turn } };
      return { path: 'entry/saveSection', input, session, key: randomUUID(), caller: anyAddress() };
    });
    const submit = await loop((lane, round) => {
      const { session, entryId, turn } = ofLane(lane, round);
      const input = { entryId, version: 1 };
      if (turn > 0) return null;
      return { path: 'entry/submit', input, session, key: randomUUID(), caller: anyAddress() };
    });
    return { landing, workbench, save, submit };
  } finally {
    end();
  }
}

/** A city's visitors come from many addresses, and each address may only ask so often. */
const anyAddress = (): string => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 250)).join('.')}`;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
