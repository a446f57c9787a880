import { loadavg } from 'node:os';
import { sites } from '../../cloudfunctions/core/seeds/places/sites';
import { count, holds, ms, table } from './figures';
import { interleave, p50, p95, percentile, type Times, timesOf } from './samples';
import type { Stage } from './stage';

export const benefitsHeading = '## Desks of loans, places and start-up money';

/** A list of somebody's: its first page, and one of the middle, so many pages further on. */
type Asked = { what: string; as: string | null; path: string; input?: object; further?: number };

const [site] = sites;
const asked: readonly Asked[] = [
  { what: 'a bank’s queue', as: 'lender-1', path: 'benefits/queue', further: 20 },
  { what: 'the guarantor’s queue', as: 'guarantor-1', path: 'benefits/queue', further: 20 },
  { what: 'a region’s desk', as: 'loan-puxian', path: 'benefits/queue', further: 20 },
  { what: 'the desk of all regions', as: 'loan-city', path: 'benefits/queue', further: 20 },
  { what: 'an incubator’s queue', as: 'incubator-1', path: 'benefits/queue', further: 20 },
  { what: 'an operator’s board', as: 'incubator-1', path: 'incubation/board', input: { siteId: site.id } },
  {
    what: 'who waits for a desk',
    as: 'incubator-1',
    path: 'incubation/line',
    input: { siteId: site.id, type: 'desk' },
    further: 20,
  },
  { what: 'a bank’s loans', as: 'lender-1', path: 'lending/loans', further: 20 },
  {
    what: 'open statements of a region',
    as: 'loan-puxian',
    path: 'lending/statements',
    input: { which: 'open' },
    further: 20,
  },
  {
    what: 'checked statements of a region',
    as: 'loan-puxian',
    path: 'lending/statements',
    input: { which: 'sent' },
    further: 20,
  },
  {
    what: 'open statements of all regions',
    as: 'loan-city',
    path: 'lending/statements',
    input: { which: 'open' },
    further: 20,
  },
  {
    what: 'checked statements of all regions',
    as: 'loan-city',
    path: 'lending/statements',
    input: { which: 'sent' },
    further: 20,
  },
  { what: 'a bank’s workbench', as: 'lender-1', path: 'notices/workbench' },
  { what: 'the workbench of a region’s desk', as: 'loan-puxian', path: 'notices/workbench' },
  { what: 'the workbench of all regions’ desk', as: 'loan-city', path: 'notices/workbench' },
  { what: 'lists at finance', as: 'finance', path: 'finance/batches', further: 20 },
  { what: 'start-up money on the public list', as: null, path: 'subsidies/listed', further: 20 },
];

type Page = { next?: string | null };

/** Every list through `serve`: its first page, and where it has pages the one after so many others. */
export async function measureBenefits({ server }: Stage, rounds: number): Promise<Times> {
  const variants: Array<readonly [string, () => Promise<unknown>]> = [];
  for (const { what, as, path, input = {}, further = 0 } of asked) {
    variants.push([`${what}/first`, () => server.ask<object>(as, path, input)]);
    let cursor: string | null = null;
    for (let page = 0; page < further; page += 1) {
      const { next = null }: Page = await server.ask<Page>(as, path, { ...input, cursor });
      if (next === null) break;
      cursor = next;
      server.clock.pass(2_000);
    }
    if (cursor !== null) variants.push([`${what}/middle`, () => server.ask<object>(as, path, { ...input, cursor })]);
  }
  // Each of the eight connections plans a statement anew five times before it keeps the plan.
  return interleave(variants, rounds, 60, () => server.clock.pass(60_000));
}

/** The section of the page of figures. */
export function benefitsSection(size: number, times: Times): string {
  const rows = [...times.keys()].map((name) => {
    const samples = timesOf(times, name);
    const [what = '', page = ''] = name.split('/');
    return [
      what,
      page,
      `${ms(p50(samples))} / ${ms(p95(samples))}`,
      ms(percentile(samples, 0.1)),
      holds(p50(samples) <= 5),
    ];
  });
  return `${benefitsHeading}

Pages through \`serve\` at ${count(size)} applications of all kinds, a fifth of them in one bank’s queue and three in ten lent by it; the middle page is the 21st. The fastest tenth is
what a page takes where the machine does little else. Load ${loadavg()[0]?.toFixed(1)} at the end.

${table(['list', 'page', 'serve', 'fastest tenth', '≤ 5 ms'], rows)}
`;
}
