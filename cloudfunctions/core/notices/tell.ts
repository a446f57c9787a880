import type {
  DraftNotice,
  EntryNotice,
  FeedbackNotice,
  Notice,
  PhaseNotice,
  SecurityNotice,
} from '@shared/notices/notice';
import { noticesOf } from '@shared/notices/registry';
import { sql } from 'kysely';
import type { OutboxEvent } from '../platform/deliver';
import { at, json } from '../platform/schema';
import type { Call } from '../rpc/call';
import { readToldDraft } from './told-draft';
import { readToldEntry, type Told } from './told-entry';
import { readToldFeedback } from './told-feedback';
import { readToldOpenings } from './told-openings';
import { readToldPhase } from './told-phase';

type Letter = { personId: string; notice: string; title: string; body: string; link: string };

/** So many rows go in one statement, as one parameter: their number is not bound by how many parameters there may be. */
const atOnce = 5000;

/**
 * Turns events into inbox rows, set-wise and in the worker's own transaction. An event that is told again adds nothing:
 * event, person and notice are unique. An event without a notice tells nobody.
 */
export async function tellEvents(call: Call, events: readonly OutboxEvent[]): Promise<void> {
  const rows: object[] = [];
  for (const event of events) {
    for (const letter of await write(call, event, noticesOf(event.event))) {
      rows.push({ id: call.newId(), eventId: event.id, createdAt: at(event.createdAt), ...letter });
    }
  }
  for (let from = 0; from < rows.length; from += atOnce) await insert(call, rows.slice(from, from + atOnce));
}

const insert = (call: Call, rows: readonly object[]) =>
  sql`insert into inbox_item (id, event_id, person_id, notice, title, body, link, created_at)
    select id, "eventId", "personId", notice, title, body, link, "createdAt"
    from jsonb_to_recordset(${json(rows)}::jsonb) as r(id uuid, "eventId" uuid, "personId" uuid, notice text, title text, body text,
      link text, "createdAt" timestamptz)
    on conflict (event_id, person_id, notice) do nothing`.execute(call.db);

async function write(call: Call, event: OutboxEvent, notices: readonly Notice[]): Promise<Letter[]> {
  switch (notices[0]?.about) {
    case undefined:
      return [];
    case 'entry':
      return address(
        notices.filter((notice): notice is EntryNotice => notice.about === 'entry'),
        await readToldEntry(call, event),
      );
    case 'draft':
      return address(
        notices.filter((notice): notice is DraftNotice => notice.about === 'draft'),
        readToldDraft(event),
      );
    case 'feedback':
      return address(
        notices.filter((notice): notice is FeedbackNotice => notice.about === 'feedback'),
        await readToldFeedback(call, event),
      );
    case 'phase':
      return address(
        notices.filter((notice): notice is PhaseNotice => notice.about === 'phase'),
        await readToldPhase(call, event),
      );
    case 'security':
      return address(
        notices.filter((notice): notice is SecurityNotice => notice.about === 'security'),
        await readToldOpenings(call, event),
      );
  }
}

type Worded<Audience extends string, Facts> = {
  notice: string;
  audience: Audience;
  onlyWhen?: (facts: Facts) => boolean;
  title: string | ((facts: Facts) => string);
  body(facts: Facts): string;
  link(facts: Facts): string;
};

function address<Audience extends string, Facts>(
  notices: readonly Worded<Audience, Facts>[],
  told: Told<Audience, Facts> | null,
): Letter[] {
  if (told === null) return [];
  const { facts, people } = told;
  return notices
    .filter((notice) => notice.onlyWhen?.(facts) !== false)
    .flatMap((notice) => {
      const words = {
        notice: notice.notice,
        title: typeof notice.title === 'string' ? notice.title : notice.title(facts),
        body: notice.body(facts),
        link: notice.link(facts),
      };
      return [...new Set(people[notice.audience])].map((personId) => ({ personId, ...words }));
    });
}
