import type { FeedbackFacts } from '@shared/notices/notice';
import { feedbackKindZh } from '@shared/people/feedback-kinds';
import { sql } from 'kysely';
import type { OutboxEvent } from '../platform/deliver';
import type { Call } from '../rpc/call';
import { holdersOf } from './live-grants';
import type { Told } from './told-entry';

type Row = { reference: string; kind: string; dueDate: string; senderId: string; cityIds: string[] | null };

/** What news of a complaint, suggestion or question is told with, and to whom; its text stays where it is. null when it is gone. */
export async function readToldFeedback(
  call: Call,
  event: OutboxEvent,
): Promise<Told<'sender' | 'city', FeedbackFacts> | null> {
  const { rows } = await sql<Row>`
    select f.reference, f.kind, f.due_date as "dueDate", f.person_id as "senderId",
      ${holdersOf(['cityStaff'], null, call.now)} as "cityIds"
    from feedback f where f.id = ${String(event.payload.feedbackId)}::uuid`.execute(call.db);
  const row = rows[0];
  if (!row) return null;
  return {
    facts: { reference: row.reference, kindZh: feedbackKindZh(row.kind), dueDate: row.dueDate },
    people: { sender: [row.senderId], city: row.cityIds ?? [] },
  };
}
