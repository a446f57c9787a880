import { classLifecycle } from '@shared/training/class/lifecycle';
import { offerEnds } from '@shared/training/enrolment/offer';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { inTurn, readEnrolments } from '../enrolment/enrolments';
import { enrolmentNoun, seatless } from '../enrolment/noun';
import { trainingInForce } from '../in-force';
import { placeWishers } from '../topic/place-wishers';
import { type ClassHead, readClass } from './classes';
import { classNoun } from './noun';

/** Moves that the clock makes, in whoever's transaction it finds them due. */
export const asClock = (call: Call): Call => ({ ...call, actor: null });

const byClock = { version: null } as const;

/** Nobody has begun yet. */
const isAhead = ({ state }: ClassHead): boolean => classLifecycle.moves.start.from.includes(state);

/** Seats of a class that nobody has, the first first. */
export async function freeSeats(call: Call, classId: string): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`select s.n from class_seat s where s.class_id = ${classId}
    and not exists (select from enrolment e where e.class_id = s.class_id and e.seat = s.n) order by s.n`.execute(
    call.db,
  );
  return rows.map(({ n }) => n);
}

/**
 * Brings a class, whose row is locked, to what is true at this instant: offers that ran out lapse, it begins, whoever is next in line is offered
 * what is free, and it is full or open. Done by whoever comes first, and by the clock; done twice it changes nothing. Where nothing is due it is
 * one statement, since everybody who wants a seat waits behind it.
 */
export async function tidy(call: Call, classId: string): Promise<ClassHead> {
  let found = await fresh(call, classId);
  if (!isAhead(found)) return found;
  const clock = asClock(call);
  const begun = found.startsAt <= call.now;
  if (found.overdue > 0 || begun) found = await lapse(clock, found, begun);
  if (begun) return begins(clock, found);
  if (found.topicId !== null) found = await placed(clock, found);
  if (found.waiting > 0 && found.free > 0 && (await offerSeats(clock, found))) found = await fresh(clock, classId);
  return settled(clock, found);
}

/** Ends offers that have run out; all of them, once the class begins. */
async function lapse(clock: Call, { classId }: ClassHead, all: boolean): Promise<ClassHead> {
  const over = await readEnrolments(
    clock,
    sql`e.class_id = ${classId} and e.offer_ends_at is not null and (${all} or e.offer_ends_at <= ${at(clock.now)})`,
  );
  for (const offer of over)
    await move(clock, enrolmentNoun, offer, { command: 'lapse', ...byClock }, async () => ({ set: seatless }));
  return fresh(clock, classId);
}

const placed = async (clock: Call, found: ClassHead): Promise<ClassHead> =>
  (await placeWishers(clock, found)) ? fresh(clock, found.classId) : found;

async function fresh(call: Call, classId: string): Promise<ClassHead> {
  const found = await readClass(call, classId);
  if (!found) throw new Refused('NOT_FOUND');
  return found;
}

/** It begins: who has a seat attends, who was in line goes without. */
async function begins(clock: Call, found: ClassHead): Promise<ClassHead> {
  const people = await readEnrolments(clock, sql`e.class_id = ${found.classId}`);
  for (const one of people) {
    const { attend, close } = enrolmentNoun.lifecycle.moves;
    if (attend.from.includes(one.state)) await move(clock, enrolmentNoun, one, { command: 'attend', ...byClock });
    if (close.from.includes(one.state))
      await move(clock, enrolmentNoun, one, { command: 'close', ...byClock }, async () => ({ set: seatless }));
  }
  await move(clock, classNoun, found, { command: 'start', ...byClock });
  return fresh(clock, found.classId);
}

/** Offers what is free to whoever is next in line. */
async function offerSeats(clock: Call, { classId, startsAt }: ClassHead): Promise<boolean> {
  const { offerHours } = await trainingInForce(clock.db);
  const until = offerEnds(clock.now, startsAt, offerHours);
  if (until === null) return false;
  const seats = await freeSeats(clock, classId);
  const next = await readEnrolments(
    clock,
    sql`e.class_id = ${classId} and e.state = 'waitlisted'`,
    sql`${inTurn} limit ${seats.length}`,
  );
  for (const [i, one] of next.entries())
    await move(clock, enrolmentNoun, one, { command: 'offer', ...byClock }, async () => ({
      set: { seat: seats[i] ?? null, offer_ends_at: at(until) },
      facts: { untilAt: until },
    }));
  return next.length > 0;
}

/** Full once nobody can take a seat any more, open again when somebody can. */
async function settled(clock: Call, found: ClassHead): Promise<ClassHead> {
  const { fill, reopen } = classLifecycle.moves;
  const due =
    found.free === 0
      ? ({ command: 'fill', from: fill.from } as const)
      : ({ command: 'reopen', from: reopen.from } as const);
  if (!due.from.includes(found.state)) return found;
  await move(clock, classNoun, found, { command: due.command, ...byClock });
  return fresh(clock, found.classId);
}

/** The same after a seat was taken. */
export const settleFull = async (call: Call, classId: string): Promise<ClassHead> =>
  settled(asClock(call), await fresh(call, classId));
