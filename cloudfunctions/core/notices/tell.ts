import type { EntryNotice, FeedbackNotice, Notice, PhaseNotice, SecurityNotice } from '@shared/notices/notice';
import { noticesOf } from '@shared/notices/registry';
import type { Call } from '../call';
import type { OutboxEvent } from '../platform/deliver';
import { at } from '../platform/schema';
import { readToldEntry, type Told } from './told-entry';
import { readToldFeedback } from './told-feedback';
import { readToldOpenings } from './told-openings';
import { readToldPhase } from './told-phase';

type Letter = { personId: string; notice: string; title: string; body: string; link: string };

/**
 * Turns an event into inbox rows, all at once and in the worker's own transaction. An event that is told again adds nothing:
 * event, person and notice are unique. An event without a notice tells nobody.
 */
export async function tellEvent(call: Call, event: OutboxEvent): Promise<void> {
  const letters = await write(call, event, noticesOf(event.event));
  if (letters.length === 0) return;
  await call.db
    .insertInto('inbox_item')
    .values(
      letters.map(({ personId, ...letter }) => ({
        id: call.newId(),
        event_id: event.id,
        person_id: personId,
        ...letter,
        created_at: at(event.createdAt),
      })),
    )
    .onConflict((conflict) => conflict.columns(['event_id', 'person_id', 'notice']).doNothing())
    .execute();
}

async function write(call: Call, event: OutboxEvent, notices: readonly Notice[]): Promise<Letter[]> {
  switch (notices[0]?.about) {
    case undefined:
      return [];
    case 'entry':
      return address(
        notices.filter((notice): notice is EntryNotice => notice.about === 'entry'),
        await readToldEntry(call, event),
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
