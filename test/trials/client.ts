import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from './ledger';

export type Answer<T> = { ok: true; data: T } | { ok: false; code: string };

export type Client = {
  personId: string;
  /** Asks until it is answered, a change under one key for all its tries, as the product's own client does. */
  call<T = Record<string, unknown>>(path: string, input?: unknown): Promise<Answer<T>>;
  /** As `call`, where a no is not expected. */
  ask<T = Record<string, unknown>>(path: string, input?: unknown): Promise<T>;
  /** Sends a file's bytes once; whether they arrived is told by what follows. */
  send(via: { url: string; fields: Record<string, string> }, name: string, bytes: Buffer): Promise<boolean>;
};

export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

const reads = new Set(['people/me', 'entry/get', 'screening/queue', 'screening/review', 'notices/workbench']);
const patienceMs = 15_000;

/**
 * Signs somebody in and lends the means to act.
 * @param persona one of the demo's, or `new` for somebody fresh
 * @param giveUp ends the tries of what is still unanswered
 */
export async function signIn(address: string, ledger: Ledger, persona: string, giveUp: AbortSignal): Promise<Client> {
  let session: string | null = null;

  async function post(path: string, init: RequestInit): Promise<Response> {
    ledger.calls += 1;
    return fetch(`${address}${path}`, { method: 'POST', signal: AbortSignal.timeout(patienceMs), ...init });
  }

  async function untilAnswered<T>(path: string, input: unknown, key: string): Promise<Answer<T>> {
    for (let tries = 0; ; tries += 1) {
      if (giveUp.aborted) {
        ledger.unanswered.push(path);
        throw new GivenUp(path);
      }
      if (tries > 0) ledger.retried += 1;
      const answer = await attempt<T>(path, input, key).catch(() => ({ wait: 0.1 }));
      if ('ok' in answer) return answer;
      await pause(answer.wait * 1000 * (1 + Math.random()));
    }
  }

  async function attempt<T>(path: string, input: unknown, key: string): Promise<Answer<T> | { wait: number }> {
    const headers = { 'Idempotency-Key': key, ...(session !== null && { Authorization: `Bearer ${session}` }) };
    const response = await post(`/api/${path}`, { body: JSON.stringify(input), headers });
    const body = (await response.json()) as { ok: true; data: T } | { ok: false; error: { code: string } };
    // A database that is away says so with a Retry-After of seconds; a trial of many falls asks more often.
    if (response.status >= 500) return { wait: 0.1 };
    if (response.status === 429) return { wait: Number(response.headers.get('retry-after') ?? 1) };
    ledger.lastAnswer = performance.now();
    if (body.ok) return body;
    return { ok: false, code: body.error.code };
  }

  const client: Client = {
    personId: '',
    async call<T>(path: string, input: unknown = {}) {
      const key = randomUUID();
      const answer = await untilAnswered<T>(path, input, key);
      if (!answer.ok) {
        const what = `${path} ${answer.code}`;
        ledger.refused.set(what, (ledger.refused.get(what) ?? 0) + 1);
      } else if (!reads.has(path) && path !== 'people/signInAs') {
        ledger.acts.push({ personId: client.personId, key, path });
      }
      return answer;
    },
    async ask<T>(path: string, input?: unknown) {
      const answer = await client.call<T>(path, input);
      if (!answer.ok) throw new Error(`${path} was refused: ${answer.code}`);
      return answer.data;
    },
    async send(via, name, bytes) {
      const form = new FormData();
      for (const [field, value] of Object.entries(via.fields)) form.append(field, value);
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      const response = await post(via.url, { body: form }).catch(() => null);
      return response?.ok === true;
    },
  };
  session = (await client.ask<{ session: string }>('people/signInAs', { persona })).session;
  client.personId = (await client.ask<{ personId: string }>('people/me')).personId;
  return client;
}
