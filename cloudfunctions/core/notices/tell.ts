import type {
  DraftNotice,
  EntryNotice,
  FeedbackNotice,
  Notice,
  PhaseNotice,
  SecurityNotice,
} from '@shared/notices/notice';
import { noticesOf } from '@shared/notices/registry';
import type { OutboxEvent } from '../platform/deliver';
import type { Call } from '../rpc/call';
import { type Letter, tell } from '../telling/tell';
import { audiences } from './audiences';
import { readToldDraft } from './told-draft';
import { readToldEntry } from './told-entry';
import { readToldFeedback } from './told-feedback';
import { readToldOpenings } from './told-openings';
import { readToldPhase } from './told-phase';

/**
 * Turns events into messages, in the worker's own transaction. An event that is told again adds nothing. An event without a notice tells
 * nobody.
 */
export async function tellEvents(call: Call, events: readonly OutboxEvent[]): Promise<void> {
  const letters: Letter[] = [];
  for (const event of events) letters.push(...(await write(call, event, noticesOf(event.event))));
  await tell(call, letters, audiences);
}

async function write(call: Call, event: OutboxEvent, notices: readonly Notice[]): Promise<Letter[]> {
  switch (notices[0]?.about) {
    case undefined:
      return [];
    case 'entry':
      return wordsOf(
        event,
        notices.filter((notice): notice is EntryNotice => notice.about === 'entry'),
        await readToldEntry(call, event),
      );
    case 'draft':
      return wordsOf(
        event,
        notices.filter((notice): notice is DraftNotice => notice.about === 'draft'),
        readToldDraft(event),
      );
    case 'feedback':
      return wordsOf(
        event,
        notices.filter((notice): notice is FeedbackNotice => notice.about === 'feedback'),
        await readToldFeedback(call, event),
      );
    case 'phase':
      return wordsOf(
        event,
        notices.filter((notice): notice is PhaseNotice => notice.about === 'phase'),
        await readToldPhase(call, event),
      );
    case 'security':
      return wordsOf(
        event,
        notices.filter((notice): notice is SecurityNotice => notice.about === 'security'),
        await readToldOpenings(call, event),
      );
  }
}

type Worded<Facts> = {
  notice: string;
  about: string;
  audience: string;
  onlyWhen?: (facts: Facts) => boolean;
  title: string | ((facts: Facts) => string);
  body(facts: Facts): string;
  link(facts: Facts): string;
};

function wordsOf<Facts>(
  { id, createdAt, payload }: OutboxEvent,
  notices: readonly Worded<Facts>[],
  facts: Facts | null,
): Letter[] {
  if (facts === null) return [];
  return notices
    .filter((notice) => notice.onlyWhen?.(facts) !== false)
    .map((notice) => ({
      eventId: id,
      createdAt,
      notice: notice.notice,
      title: typeof notice.title === 'string' ? notice.title : notice.title(facts),
      body: notice.body(facts),
      link: notice.link(facts),
      audience: `${notice.about}.${notice.audience}`,
      facts: payload,
    }));
}
