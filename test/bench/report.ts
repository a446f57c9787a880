import { cpus, loadavg } from 'node:os';
import { type Change, changeName, changes, type StatementCounts } from './changes';
import { type FanOut, fanOutSection } from './fan-out';
import { count, holds, kb, ms, table } from './figures';
import { landingSection } from './landing';
import { nameOf, pages, type Way, ways } from './queue-pages';
import { p50, p95, percentile, type Times, timesOf } from './samples';
import { searchSection } from './search-pages';
import type { Starts } from './starts';
import { type MeasuredWeapp, weappSection } from './weapp-report';

export type Measured = {
  sizes: readonly number[];
  postgres: string;
  queue: Times;
  change: Times;
  counts: StatementCounts;
  landing: Times;
  search: Times;
  fanOut: FanOut;
  starts: Starts | null;
  h5: { bytes: number; gzipped: number } | null;
  weapp: MeasuredWeapp;
};

/** The measurement as a page for `docs`. */
export function report(measured: Measured): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)} at the end`;
  return `# Measured speed

Written by \`npm run bench\` (\`-- --weapp\` renews the mini program's section alone, \`-- --fan-out\` that of telling many, \`-- --search\` that of finding; \`-- --quick\` leaves 300,000 entries and the
starts out and writes nothing). Milliseconds, p50 / p95.
Machine: ${machine}; Node ${process.versions.node}; PostgreSQL ${measured.postgres}, with fsync. Variants and sizes are measured in turns, so
ratios hold on a busy machine where the figures themselves do not. Half of the entries wait in the queue.

## A page of the queue

\`serve\`: the whole call in process. HTTP: the same over a kept connection, client and server in one process. Keyset query: the page's
main statement alone (its rows and their total), by bare \`pg\`. All statements: everything that the call asks of the database, one after another by bare \`pg\`.
Aim: \`serve\` within 2 ms of the keyset query, and at the largest size at most 1.5 times what it takes at the smallest.
In brackets the same difference between the fastest tenths, where the machine did little else. Of 300 entries a county has about ten to read, so its
pages are shorter there.

${queueTable(measured)}

## Submitting, and saving a section

\`serve\` against the statements that the same call sends inside its transaction, sent by bare \`pg\` in one transaction. Aim: at most 3 times.

${changeTable(measured)}

${landingSection(measured.landing)}
${searchSection(measured.sizes.at(-1) ?? 0, measured.search)}
${fanOutSection(measured.fanOut)}
## Starting

${startTable(measured.starts)}

## What is fetched

${pageLine(measured)}

${weappSection(measured.weapp)}`;
}

function queueTable({ sizes, queue }: Measured): string {
  const rows = pages.flatMap((page) => {
    const middle = (size: number, way: Way) => p50(timesOf(queue, nameOf(size, page, way)));
    const smallest = middle(sizes[0] ?? 0, 'serve');
    return sizes.map((size) => {
      const over = middle(size, 'serve') - middle(size, 'keyset query');
      const tenth = (way: Way) => percentile(timesOf(queue, nameOf(size, page, way)), 0.1);
      const overFree = tenth('serve') - tenth('keyset query');
      const growth = middle(size, 'serve') / smallest;
      const cells = ways.map((way) => {
        const samples = timesOf(queue, nameOf(size, page, way));
        return `${ms(p50(samples))} / ${ms(p95(samples))}`;
      });
      return [
        page,
        count(size),
        ...cells,
        `${ms(over)} (${ms(overFree)})`,
        holds(over <= 2),
        growth.toFixed(2),
        holds(growth <= 1.5),
      ];
    });
  });
  const head = ['page', 'entries', ...ways, 'above the query', '≤ 2 ms', 'of the smallest', '≤ 1.5'];
  return table(head, rows);
}

function changeTable({ sizes, change, counts }: Measured): string {
  const zh: Record<Change, string> = { submit: 'submit', autosave: 'save a section' };
  const rows = changes.flatMap((name) =>
    sizes.map((size) => {
      const served = timesOf(change, changeName(size, name, 'serve'));
      const bare = timesOf(change, changeName(size, name, 'statements'));
      const ratio = p50(served) / p50(bare);
      const pair = [served, bare].map((samples) => `${ms(p50(samples))} / ${ms(p95(samples))}`);
      const of = [zh[name], count(size), String(counts.get(name) ?? 0)];
      return [...of, ...pair, ratio.toFixed(2), holds(ratio <= 3)];
    }),
  );
  return table(['call', 'entries', 'statements', 'serve', 'its statements', 'ratio', '≤ 3'], rows);
}

function startTable(starts: Starts | null): string {
  if (!starts) return 'Not measured in this run.';
  const row = (what: string, seconds: number, limit: number) => [
    what,
    seconds.toFixed(1),
    `${limit} s: ${holds(seconds < limit)}`,
  ];
  return table(
    ['`npm start`', 'seconds', 'aim'],
    [
      row('the very first, building the pages and seeding the demo', starts.withBuild, 90),
      row('on an empty data folder, the pages built', starts.seeding, 90),
      row('again on the same data', starts.later, 10),
    ],
  );
}

function pageLine({ h5 }: Measured): string {
  const page = h5 ? `${kb(h5.gzipped)} gzipped (${kb(h5.bytes)})` : 'not measured in this run';
  return `H5, before the first page shows: ${page}.`;
}
