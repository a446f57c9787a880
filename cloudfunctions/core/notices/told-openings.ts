import type { SecurityFacts } from '@shared/notices/notice';
import { sql } from 'kysely';
import type { OutboxEvent } from '../platform/deliver';
import type { Call } from '../rpc/call';

type Row = { personZh: string; regionZh: string | null };

/** Whose openings of sealed values rose the alarm. null: the person is gone. */
export async function readToldOpenings(call: Call, event: OutboxEvent): Promise<SecurityFacts | null> {
  const personId = String(event.payload.personId);
  const regionId = typeof event.payload.regionId === 'string' ? event.payload.regionId : null;
  const { rows } = await sql<Row>`
    select p.display_name as "personZh", (select r.name_zh from region r where r.id = ${regionId}) as "regionZh"
    from person p where p.id = ${personId}::uuid`.execute(call.db);
  const row = rows[0];
  return row ? { personZh: row.personZh, regionZh: row.regionZh ?? '' } : null;
}
