import { Agent, request } from 'node:http';
import { p50, p95 } from '../bench/samples';

/** What a loop did: how many a second, and milliseconds each. */
export type Rate = {
  perSecond: number;
  p50: number;
  p95: number;
  count: number;
  /** Of the host, a call, in milliseconds; null where it is not known. */
  cpu: number | null;
};

export type Sent = { path: string; input: unknown; session?: string; key?: string; caller: string };

/** Sends one call over a kept connection and waits for all of its answer. Throws where the server says no. */
export function makeSender(address: string, connections: number): { send(call: Sent): Promise<void>; end(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(address);
  return {
    end: () => agent.destroy(),
    send: ({ path, input, session, key, caller }) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify(input);
        const headers: Record<string, string | number> = {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'X-Forwarded-For': caller,
        };
        if (session !== undefined) headers.Authorization = `Bearer ${session}`;
        if (key !== undefined) headers['Idempotency-Key'] = key;
        const sent = request({ agent, hostname, port, method: 'POST', path: `/api/${path}`, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            if (response.statusCode === 200) resolve();
            else
              reject(
                new Error(`${path}: ${response.statusCode} ${Buffer.concat(chunks).toString('utf8').slice(0, 200)}`),
              );
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}

/**
 * Runs `lanes` loops side by side, each taking its next work when the last is done, until there is none or the time is over.
 * @param work what the n-th round of a lane does; null: this lane has no more
 */
export async function measure(
  lanes: number,
  mostMs: number,
  work: (lane: number, round: number) => (() => Promise<unknown>) | null,
  cpuMs: () => number | null = () => null,
): Promise<Rate> {
  const times: number[] = [];
  const cpuBefore = cpuMs();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let round = 0; performance.now() - began < mostMs; round += 1) {
        const next = work(lane, round);
        if (next === null) return;
        const start = performance.now();
        await next();
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const cpuAfter = cpuMs();
  const cpu = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / times.length;
  return { perSecond: times.length / seconds, p50: p50(times), p95: p95(times), count: times.length, cpu };
}
