import { ms, table } from './figures';
import { interleave, p50, p95, type Times, timesOf } from './samples';
import type { Stage } from './stage';

const told = ['from memory', 'asked anew'] as const;
const ways = ['serve', 'HTTP'] as const;
const nameOf = (way: string, how: string): string => `landing/${way}/${how}`;

/** The landing page for a visitor: as it was told a moment ago, and asked of the database because its three seconds are over. */
export function measureLanding({ server, address }: Stage, rounds: number): Promise<Times> {
  const ask = {
    serve: () => server.ask<object>(null, 'notices/landing'),
    HTTP: async () => {
      const answer = await fetch(`${address}/api/notices/landing`, { method: 'POST', body: '{}' });
      if (!answer.ok) throw new Error(`notices/landing: ${answer.status}`);
      await answer.arrayBuffer();
    },
  };
  const variants = ways.flatMap((way) => [
    [nameOf(way, 'asked anew'), ask[way]] as const,
    [nameOf(way, 'from memory'), ask[way]] as const,
    ['past', async () => server.clock.pass(4000)] as const,
  ]);
  return interleave(variants, rounds, 20, () => server.clock.pass(60_000));
}

/** The section of the page of figures. */
export function landingSection(times: Times): string {
  const rows = told.map((how) => [
    how,
    ...ways.map((way) => {
      const samples = timesOf(times, nameOf(way, how));
      return `${ms(p50(samples), 2)} / ${ms(p95(samples), 2)}`;
    }),
  ]);
  return `## The landing page

For a visitor: told from memory for three seconds (decision 5), or asked of the database. How many a second over HTTP: \`npm run trial:load\`.

${table(['landing', ...ways], rows)}
`;
}
