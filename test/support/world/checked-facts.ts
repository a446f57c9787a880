import { sendBytes } from '../entry-factory';
import { makeJpg } from '../sample-files/picture';
import type { TestServer } from '../server';
import type { Cast } from './cast';

/** A fact of whoever leads an entry, checked by staff, with its file, and with another one on its way. */
export type CheckedFact = { factId: string; sending: string; accepted: string };

type Known = { history: Array<{ factId: string | null }> };

export async function makeCheckedFact(server: TestServer, { clerk }: Cast, entryId: string): Promise<CheckedFact> {
  const { history } = await server.ask<Known>(clerk, 'policies/checkFact', {
    entryId,
    fact: 'employees',
    value: 3,
    on: '2026-11-20',
    note: '社保缴费名单',
  });
  const factId = history[0]?.factId ?? '';
  const bytes = makeJpg();
  const begin = async () => {
    const file = { factId, slot: 'evidence', name: '缴费名单.jpg', size: bytes.length };
    return (await server.ask<{ uploadId: string }>(clerk, 'policies/beginFactFile', file)).uploadId;
  };
  const accepted = await begin();
  await sendBytes(server, clerk, accepted, [bytes]);
  await server.ask(clerk, 'policies/finishFactFile', { uploadId: accepted });
  return { factId, accepted, sending: await begin() };
}
