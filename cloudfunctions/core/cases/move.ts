import { standingOf } from '@shared/cases/standing';
import { onlyTheClock, type Rule } from '@shared/kernel/define-access';
import type { Insertable } from 'kysely';
import { audit } from '../platform/audit/audit';
import type { Db } from '../platform/db';
import { emit } from '../platform/outbox';
import { at, type Database, json } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { insist, Refused } from '../rpc/refused';
import { deltasOf, insertDeltas, placeOf } from './counts';
import { insistUnhindered } from './holder';
import type { Case, Changes, Counted, Noun, NounTypes } from './noun';
import { insistVersion } from './stale';

/** What somebody wants moved. `version` is the one that they saw; null for the clock alone. The reason stands in the timeline. */
export type Order<Command extends string> = {
  command: Command;
  version: number | null;
  input?: { reason?: string };
  /** When it was decided, in epoch milliseconds: its condition is judged as of then. Left out: now. */
  decidedAt?: number;
};

/** How a case stands after a move, in words for whoever made it, under the noun's own key. */
export type Moved<Key extends string> = Record<Key, string> & { state: string; stateZh: string; version: number };

/**
 * The one way in which anything changes state. It decides, in this order: who, hold, version, state, condition, what must be
 * said; then `work` reads, judges and freezes, and answers what changes with the move; then the row (its version as it was seen),
 * the counts, the timeline, the audit and the event are written, all in the caller's transaction. The row must be locked.
 * Throws Refused with the first rule that said no, or with what `work` threw.
 */
export async function move<Of extends NounTypes>(
  call: Call,
  noun: Noun<Of>,
  subject: Of['subject'],
  order: Order<Of['command']>,
  work: () => Promise<Changes<Of['columns'], Of['facts']>> = nothingElse,
): Promise<Moved<Of['key']>> {
  const { lifecycle } = noun;
  const { command } = order;
  const { name } = lifecycle;
  const id = String(subject[noun.key]);
  const { next, events } = await insistMovable(call, noun, subject, order);

  const made = await work();
  const brought = noun.follows?.(subject, { command, next, now: call.now }) ?? {};
  const set: Readonly<Record<string, unknown>> = { ...brought.set, ...made.set };
  const version = subject.version + 1;
  const by = call.actor?.personId ?? null;
  const reason = order.input?.reason?.trim() || null;
  const written = await withStory(
    call.db,
    noun.counted,
    subject,
    { state: next, set },
    {
      subject_id: id,
      n: version,
      move: command,
      from_state: subject.state,
      to_state: next,
      by_person: call.actor?.personId ?? null,
      at: at(call.now),
      reason,
      details: json({ ...brought.details, ...made.details }),
    },
  )
    .updateTable(noun.table as 'entry')
    .set({
      state: next,
      waits: lifecycle.states[next].waits,
      version,
      changed_at: at(call.now),
      ...holdAfter(call, lifecycle.states, next),
      ...set,
    } as never)
    .where('id', '=', id)
    .where('version', '=', subject.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new Refused('CASE_STALE');
  await audit(call, `${name}:${id}`, `${name}/${command}`, {
    from: subject.state,
    to: next,
    version,
    path: call.path,
  });
  const [event] = events;
  if (event !== undefined) {
    if (!noun.news) throw new Error(`Nothing says what ${event} tells.`);
    const facts: Partial<Of['facts']> = { ...brought.facts, ...made.facts };
    await emit(call, event, `${name}:${id}`, noun.news(event, { subject, next, by, now: call.now, facts }));
  }
  const { state, stateZh } = standingOf(lifecycle, next, lifecycle.side(subject, call.actor));
  return { [noun.key]: id, state, stateZh, version } as Moved<Of['key']>;
}

/** Decides whether a move could be made, in the order of the move, and makes nothing. Throws Refused with the first rule that said no. */
export async function insistMovable<Of extends NounTypes>(
  call: Call,
  noun: Noun<Of>,
  subject: Of['subject'],
  { command, version, input = {}, decidedAt = call.now }: Order<Of['command']>,
) {
  const { lifecycle } = noun;
  insistMay(call, version, lifecycle.moves[command].by, subject);
  await insistUnhindered(call, subject, (holder) => lifecycle.refuseHold(command, subject, call.actor, holder));
  if (version !== null) await insistVersion(call, noun, subject, version);
  return insist(lifecycle.move(command, subject, input, decidedAt, call.actor));
}

const nothingElse = async () => ({});

/** Refuses whoever may not; of what a reader may not know of, nothing is said. */
function insistMay<Subject>(call: Call, version: number | null, by: Rule<Subject>, subject: Subject): void {
  if (version === null && call.actor === null && by === onlyTheClock) return;
  if (version === null) throw new Error('Only the clock moves a case without having seen its version.');
  const verdict = by.decide(call.actor, subject);
  if (!verdict.ok) throw verdict.hidden ? new Refused('NOT_FOUND') : new Refused('FORBIDDEN', verdict.reason);
}

/** The timeline's row, and the deltas of the kept counts, as parts of the statement that writes the row: what refuses it takes them along. */
function withStory<Subject extends Case<string>>(
  db: Db,
  counted: Counted<Subject> | undefined,
  subject: Subject,
  after: { state: string; set: Readonly<Record<string, unknown>> },
  row: Insertable<Database['move']>,
) {
  const told = db.with('told', (within) => within.insertInto('move').values(row));
  const was = counted && { state: subject.state, place: placeOf(counted, subject) };
  const is = counted && { state: after.state, place: placeOf(counted, subject, after.set) };
  const deltas = counted && was && is ? deltasOf(counted, was, is) : [];
  if (counted === undefined || deltas.length === 0) return told;
  return told.with('counted', (within) => insertDeltas(within, counted, deltas)) as unknown as typeof told;
}

/** Whoever moves a case into a held state holds it from then on; nobody does in any other. */
function holdAfter<State extends string>(
  call: Call,
  states: Readonly<Record<State, { held?: true }>>,
  next: State,
): object {
  if (!Object.values<{ held?: true }>(states).some(({ held }) => held)) return {};
  return states[next].held
    ? { claimed_by: me(call), claimed_at: at(call.now) }
    : { claimed_by: null, claimed_at: null };
}
