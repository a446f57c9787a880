import type { SecurityFacts } from '@shared/notices/notice';
import { sql } from 'kysely';
import type { OutboxEvent } from '../platform/deliver';
import type { Call } from '../rpc/call';
import { holdersOf } from './live-grants';
import type { Told } from './told-entry';

type Row = { personZh: string; regionZh: string | null; watcherIds: string[] | null };

/** Whose openings of sealed values rose the alarm, and who is to look into it; never the one who opened them. null: the person is gone. */
export async function readToldOpenings(
  call: Call,
  event: OutboxEvent,
): Promise<Told<'watchers', SecurityFacts> | null> {
  const personId = String(event.payload.personId);
  const regionId = typeof event.payload.regionId === 'string' ? event.payload.regionId : null;
  const { rows } = await sql<Row>`
    select p.display_name as "personZh", (select r.name_zh from region r where r.id = ${regionId}) as "regionZh",
      ${holdersOf(['cityStaff', 'auditor'], null, call.now)} as "watcherIds"
    from person p where p.id = ${personId}::uuid`.execute(call.db);
  const row = rows[0];
  if (!row) return null;
  return {
    facts: { personZh: row.personZh, regionZh: row.regionZh ?? '' },
    people: { watchers: (row.watcherIds ?? []).filter((id) => id !== personId) },
  };
}
