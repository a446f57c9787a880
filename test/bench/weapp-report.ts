import { cpus, loadavg } from 'node:os';
import { count, holds, kb, ms, table } from './figures';
import { p50 } from './samples';
import type { Package } from './weapp-build';
import type { Crossings, WeappPages } from './weapp-pages';
import type { WeappStarts } from './weapp-starts';

export type MeasuredWeapp = {
  packages: readonly Package[];
  starts: WeappStarts;
  pages: WeappPages;
  browser: string;
};

/** Bytes; the aims of one `setData`. */
const aims = { page: 8 * 1024, key: 1024 };

const sum = (bytes: Crossings): number => bytes.reduce((all, each) => all + each, 0);

/** The section's heading, by which it is found again in the page. */
export const weappHeading = '## The mini program';

export function weappSection(measured: MeasuredWeapp): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)} at the end`;
  return `${weappHeading}

The unmodified \`dist/weapp\`, built by the bench itself, on the tests' host (decision 8). Machine: ${machine}; ${measured.browser}.

### What travels

Gzipped: the files of a package one after the other, about what a phone downloads. WeChat's limits count the plain bytes.

${packageTable(measured.packages)}

### Starting

${startLines(measured.starts)}

### From the script to the view

Bytes of each \`setData\`, as JSON in UTF-8, from opening the page until nothing more comes. Aims: none of home's over 8 KB, a key's at most 1 KB.

${crossingTable(measured)}

${queueLine(measured.pages.queue)}
`;
}

function packageTable(packages: readonly Package[]): string {
  const rows = packages.map(({ name, bytes, gzipped }) => [name, count(bytes), kb(bytes), kb(gzipped)]);
  return table(['package', 'bytes', '', 'gzipped'], rows);
}

function startLines({ times }: WeappStarts): string {
  const [fastest, slowest] = [Math.min(...times), Math.max(...times)];
  return `Script until the home page's first \`setData\`: ${ms(p50(times))} ms, the median of ${times.length} cold starts (${ms(fastest)} to ${ms(slowest)}).
This is \`app.js\` and what it requires (\`runtime\`, \`taro\`, \`vendors\`, \`common\`) and the page's own script, compiled and run in a fresh browser context, up to React's first
drawing. Not in it: the download, WeChat's own start, the drawing of the view, the network. It is Chromium on this machine and no phone, which takes longer: the
figure compares one build with another on one machine.`;
}

function crossingTable({ starts, pages }: MeasuredWeapp): string {
  // Two answers come in any order, so the starts differ: told are the most crossings, the largest and the most bytes of all.
  const homes = starts.home;
  const largest = Math.max(...homes.flat());
  const [first = [], ...further] = pages.queue;
  const row = (what: string, bytes: Crossings, aim = '') => [
    what,
    String(bytes.length),
    count(bytes[0] ?? 0),
    count(Math.max(...bytes)),
    count(sum(bytes)),
    aim,
  ];
  const home = [
    `home, a cold start (the most of ${homes.length})`,
    String(Math.max(...homes.map(({ length }) => length))),
    count(Math.max(...homes.map(([skeleton = 0]) => skeleton))),
    count(largest),
    count(Math.max(...homes.map(sum))),
    `≤ 8 KB: ${holds(largest <= aims.page)}`,
  ];
  const last = further.at(-1) ?? [];
  return table(
    ['page', 'setData', 'first', 'largest', 'all', 'aim'],
    [
      home,
      row('workbench, an entrant with three entries', pages.entrantsWorkbench),
      row('workbench, a clerk with a queue and three claimed', pages.clerksWorkbench),
      row('queue, its first 20 rows', first),
      row(`queue, the last 20 of ${pages.queue.length * 20} rows`, last),
      row('form, one key', pages.key, `≤ 1 KB: ${holds(Math.max(...pages.key) <= aims.key)}`),
      row('form, one round of saving by itself', pages.autosave),
    ],
  );
}

function queueLine([, ...further]: WeappPages['queue']): string {
  const pages = further.map(sum);
  const [least, most] = [Math.min(...pages), Math.max(...pages)];
  return `The queue was drawn by reaching its bottom until ${(further.length + 1) * 20} rows stood: each further page sent ${count(least)} to ${count(most)} bytes, at most ${count(Math.round(most / 20))} a row.`;
}
