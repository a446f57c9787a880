import type { PhaseFacts } from '@shared/notices/notice';
import { sql } from 'kysely';
import { phaseZh } from '../competition/queries';
import type { OutboxEvent } from '../platform/deliver';
import type { Call } from '../rpc/call';

/** What the opening or closing of a phase is told with. null when it is gone. */
export async function readToldPhase(call: Call, event: OutboxEvent): Promise<PhaseFacts | null> {
  const { contestId, kind } = event.payload;
  const { rows } = await sql<PhaseFacts>`
    select p.contest_id as "contestId", r.name_zh as "regionZh", ${phaseZh} as "phaseZh", p.closes_at as "closesAt"
    from phase p join contest c on c.id = p.contest_id join region r on r.id = c.region_id
    where p.contest_id = ${String(contestId)} and p.kind = ${String(kind)}`.execute(call.db);
  return rows[0] ?? null;
}
