import { Readable } from 'node:stream';
import type { StreamingHome } from '../../rpc/home';
import { samplePdf } from '../sample-plan';

/** The demo's documents by their slots: one content each, however many files have it. */
export type Samples = { of(slot: string): { sha256: string; size: number } };

/** Brings a document for each slot to where checked bytes lie. */
export async function storeSamples({ storage, random }: StreamingHome, slots: readonly string[]): Promise<Samples> {
  const stored = new Map<string, { sha256: string; size: number }>();
  await Promise.all(
    slots.map(async (slot) => {
      const bytes = samplePdf(slot.replaceAll('_', ' '));
      const key = `demo-${slot.replaceAll('_', '-')}-${Buffer.from(random(8)).toString('hex')}`;
      await storage.bring(key, Readable.from([bytes]));
      const file = await storage.take(key, { maxBytes: bytes.length });
      const sha256 = await file.sha256();
      await file.settle({ sha256, kind: 'pdf' });
      await storage.discard(key);
      stored.set(slot, { sha256, size: bytes.length });
    }),
  );
  return {
    of(slot) {
      const found = stored.get(slot);
      if (!found) throw new Error(`No sample was stored for ${slot}.`);
      return found;
    },
  };
}
