import { sql } from 'kysely';
import type { Call } from '../call';
import type { EntryHead } from './subjects';

/**
 * The number under which people speak of an entry: `XH2026-141033-0007`. It is given at the first submission and kept through
 * recall and transfer; numbers of a region follow one another without gaps.
 */
export async function nextReference(call: Call, head: EntryHead): Promise<string> {
  const place = `XH${head.year}-${head.regionId}`;
  const { rows } = await sql<{ value: number }>`insert into counter (name, value) values (${`entry:${place}`}, 1)
    on conflict (name) do update set value = counter.value + 1 returning value`.execute(call.db);
  return `${place}-${String(rows[0]?.value ?? 1).padStart(4, '0')}`;
}
