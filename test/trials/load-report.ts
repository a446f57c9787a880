import { cpus, loadavg } from 'node:os';
import { count, ms, table } from '../bench/figures';
import type { Rate } from './load-http';

export const loadKinds = ['landing', 'workbench', 'save', 'submit'] as const;
type Rates = Record<(typeof loadKinds)[number], Rate>;
export type Loads = { hosts: Array<{ processes: number; rates: Rates }>; bare: Rates };

const aims: Partial<Record<(typeof loadKinds)[number], number>> = { landing: 5000, save: 600, submit: 300 };

/** The measurement as a page for `docs`. */
export function reportLoad(
  { hosts, bare }: Loads,
  { lanes, connections }: { lanes: number; connections: number },
): string {
  const each = loadKinds.flatMap((kind) => hosts.map((host) => ({ kind, ...host })));
  const rows = each.map(({ kind, processes, rates }) => {
    const [served, sent] = [rates[kind], bare[kind]];
    return [
      kind,
      String(processes),
      count(served.count),
      count(Math.round(served.perSecond)),
      `${ms(served.p50)} / ${ms(served.p95)}`,
      count(Math.round(sent.perSecond)),
      `${ms(sent.p50)} / ${ms(sent.p95)}`,
      (served.perSecond / sent.perSecond).toFixed(2),
      served.cpu === null ? '' : served.cpu.toFixed(2),
      served.cpu === null ? '' : count(Math.round(1000 / served.cpu)),
      aims[kind] === undefined ? '' : count(aims[kind] ?? 0),
    ];
  });
  const head = [
    'call',
    'processes',
    'calls',
    'a second',
    'ms',
    'bare pg, a second',
    'ms',
    'of bare pg',
    'host’s own ms',
    'a core could, a second',
    'aim',
  ];
  return `# Load

Written by \`npm run trial:load\`. The host, of one process and of several (\`XINGHUO_PROCESSES\`), called over HTTP on the loopback by another process with
${lanes} kept connections; its PostgreSQL, the host and the caller share ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)} at the end; Node ${process.versions.node}, with fsync.
*Bare pg*: the statements that the call asks (of a change: inside its transaction), as the product prepares them, sent over ${connections} connections by a process that does nothing
else. Milliseconds are p50 / p95. Where others work on the same machine the figures are theirs as much as ours: read the ratio. *Host's own ms*: what a call takes of a core in all of the host's processes,
without the database, which depends less on who else works there (a machine with five times its work doubles it); *a core could*: how many such calls a core gives in a second. The aims are one process's on cores that nobody else uses. Landing is told from memory for three seconds,
so it asks the database nothing for nearly every call.

${table(head, rows)}
`;
}
