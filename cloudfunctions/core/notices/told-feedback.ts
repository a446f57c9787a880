import type { FeedbackFacts } from '@shared/notices/notice';
import { feedbackKindZh } from '@shared/people/feedback-kinds';
import { sql } from 'kysely';
import type { OutboxEvent } from '../platform/deliver';
import type { Call } from '../rpc/call';

type Row = { reference: string; kind: string; dueDate: string };

/** What news of a complaint, suggestion or question is told with; its text stays where it is. null when it is gone. */
export async function readToldFeedback(call: Call, event: OutboxEvent): Promise<FeedbackFacts | null> {
  const { rows } = await sql<Row>`select f.reference, f.kind, f.due_date as "dueDate"
    from feedback f where f.id = ${String(event.payload.feedbackId)}::uuid`.execute(call.db);
  const row = rows[0];
  return row ? { reference: row.reference, kindZh: feedbackKindZh(row.kind), dueDate: row.dueDate } : null;
}
