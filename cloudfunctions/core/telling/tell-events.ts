import type { Events } from '@shared/events';
import { type AnyNotice, noticeWords } from '@shared/kernel/define-notice';
import { wordsOf } from '@shared/telling/placeholders';
import type { Wording } from '@shared/telling/wording';
import type { OutboxEvent, Tell } from '../platform/deliver';
import type { Call } from '../rpc/call';
import type { Audiences } from './audience';
import { type Letter, tell } from './tell';
import { standingWordings } from './wordings';

/** What an area does of an event: little and at once, since whoever is told waits for it. Told again after a failure, so it is done twice without harm. */
export type Listener = {
  readonly event: keyof Events;
  hear(call: Call, events: readonly OutboxEvent[]): Promise<void>;
};

/** What an area has to say, and whom to; an audience has its name among its own area's alone. */
export type Teller = {
  readonly name: string;
  readonly notices?: readonly AnyNotice[];
  readonly audiences?: Audiences;
  readonly listens?: readonly Listener[];
};

/** Every audience there is, by the name under which a message keeps it. */
export const audiencesOf = (tellers: readonly Teller[]): Audiences =>
  Object.fromEntries(
    tellers.flatMap(({ name, audiences = {} }) =>
      Object.entries(audiences).map(([own, audience]) => [fullName(name, own), audience]),
    ),
  );

const fullName = (area: string, audience: string): string => `${area}.${audience}`;

/**
 * Makes what turns events into messages, in the worker's own transaction. An event that is told again adds nothing. An event without a
 * notice tells nobody.
 */
export function makeTell(tellers: readonly Teller[]): Tell {
  const audiences = audiencesOf(tellers);
  const notices = tellers.flatMap(({ name, notices = [] }) =>
    notices.map((notice) => ({ notice, audience: fullName(name, notice.audience) })),
  );
  const toldBy = (event: OutboxEvent) => notices.filter(({ notice }) => notice.event === event.event);
  /** In the city's own words where it has some; where they lead, and what phones show, is the code's. */
  const lettersOf = (event: OutboxEvent, own: ReadonlyMap<string, Wording>): Letter[] =>
    toldBy(event).flatMap(({ notice, audience }) => {
      const { id: eventId, subject: about, createdAt, payload: facts } = event;
      const words = noticeWords(notice, facts, createdAt);
      if (words === null) return [];
      const wording = own.get(notice.notice);
      const said = wording && wordsOf(wording, notice.event, facts);
      return [{ eventId, about, createdAt, notice: notice.notice, ...words, ...said, audience, facts }];
    });
  const listeners = tellers.flatMap(({ listens = [] }) => listens);
  return async (call, events) => {
    for (const { event, hear } of listeners) {
      const heard = events.filter((one) => one.event === event);
      if (heard.length > 0) await hear(call, heard);
    }
    const told = events.flatMap(toldBy).map(({ notice }) => notice.notice);
    const own = await standingWordings(call.db, told);
    await tell(
      call,
      events.flatMap((event) => lettersOf(event, own)),
      audiences,
    );
  };
}
