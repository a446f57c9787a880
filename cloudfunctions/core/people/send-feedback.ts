import { officialCalendar } from '@shared/kernel/holidays';
import { endOfDayExclusive, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { addWorkdays } from '@shared/kernel/workdays';
import { peopleContract } from '@shared/people/contract';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { nextNumber } from '../platform/counter';
import { seal } from '../platform/crypto/seal';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { contactPlace, type FeedbackRow, feedbackFacts, presentFeedback } from './feedback-rows';

/** The promise while no edition runs (rules §2.4: complaints). */
const answerWorkdays = 15;

/** Letters of a person in one day: more than anybody has to say, few enough for the city to answer each within its working days. */
const mostLetters = 10;

/**
 * A complaint, suggestion or question to the organiser: numbered `TS-YYYYMMDD-NNNN` within the day, due after the edition's
 * working days, the way to reach the sender sealed. The city is told.
 */
export const sendFeedback = procedure(peopleContract.sendFeedback, noSubject, async (call, input) => {
  const id = call.newId();
  const today = shanghaiDate(call.now);
  await insistFewLetters(call, today);
  const contact = input.contact.trim();
  const row = await call.db
    .insertInto('feedback')
    .values({
      id,
      reference: await nextReference(call, today),
      person_id: me(call),
      kind: input.kind,
      body: input.body,
      contact_sealed: contact === '' ? null : seal(contact, call.home.keys[0], contactPlace(id)),
      created_at: at(call.now),
      due_date: addWorkdays(today, await promisedWorkdays(call), officialCalendar).due,
      answer: null,
      answered_by: null,
    })
    .returningAll()
    .$narrowType<FeedbackRow>()
    .executeTakeFirstOrThrow();
  await audit(call, `feedback:${id}`, 'people/sendFeedback', { reference: row.reference, kind: row.kind });
  await emit(call, 'feedback.sent', `feedback:${id}`, feedbackFacts(row));
  return presentFeedback(call, row);
});

/** Refuses one too many. A person's letters wait for each other, so that several at once do not pass together. */
async function insistFewLetters(call: Call, today: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letters:${me(call)}`}, 0))`.execute(call.db);
  const { letters } = await call.db
    .selectFrom('feedback')
    .select(({ fn }) => fn.countAll<number>().as('letters'))
    .where('person_id', '=', me(call))
    .where(sql<boolean>`created_at >= ${at(startOfDay(today))} and created_at < ${at(endOfDayExclusive(today))}`)
    .executeTakeFirstOrThrow();
  if (letters >= mostLetters) throw new Refused('PEOPLE_TOO_MANY_LETTERS');
}

async function nextReference(call: Call, today: string): Promise<string> {
  const day = today.replaceAll('-', '');
  return `TS-${day}-${String(await nextNumber(call.db, `feedback:${day}`)).padStart(4, '0')}`;
}

/** The current edition's promise; people come before competition in the line of areas, so the number is read, not asked for. */
async function promisedWorkdays(call: Call): Promise<number> {
  const edition = await call.db
    .selectFrom('edition')
    .select(sql<number>`(blueprint -> 'clocks' ->> 'feedback')::int`.as('workdays'))
    .where('status', '=', 'current')
    .executeTakeFirst();
  return edition?.workdays ?? answerWorkdays;
}
