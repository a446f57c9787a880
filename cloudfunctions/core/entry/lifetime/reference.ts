import { nextNumber } from '../../platform/counter';
import type { Call } from '../../rpc/call';
import type { EntryHead } from '../subjects';

/**
 * The number under which people speak of an entry: `XH2026-141033-0007`. It is given at the first submission and kept through
 * recall and transfer; a refused submission gives its number back, so a region's numbers have no gaps.
 */
export async function nextReference(call: Call, head: EntryHead): Promise<string> {
  const place = `XH${head.year}-${head.regionId}`;
  const n = await nextNumber(call.db, `entry:${place}`);
  return `${place}-${String(n).padStart(4, '0')}`;
}
