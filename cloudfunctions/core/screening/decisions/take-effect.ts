import { sql } from 'kysely';
import { move } from '../../cases/move';
import { entryHead } from '../../entry/queries';
import { faultOf } from '../../platform/log/fault';
import { at } from '../../platform/schema';
import { type Call, inTheNameOf, makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { Refused } from '../../rpc/refused';
import { inTransaction } from '../../rpc/transact';
import { decisionNoun } from './decision-moves';
import { type DecisionHead, decisionOn } from './decision-rows';
import { makeDecision } from './make-decision';

type Found = { id: string; entry_id: string };

/** So many are looked for at a time. */
const atOnce = 200;

/**
 * Makes every decision whose ten minutes are over, each in a transaction of its own and in the name of whoever decided; one that cannot be made
 * any more falls, and its people are told. Ends those whose entry has moved on. Any number of hosts may run it at once: what one is about the
 * others pass by, and what was done is found done.
 * @returns how many decisions came to their end
 */
export async function takeEffect(home: Home): Promise<number> {
  const now = home.now();
  let ended = 0;
  for (const { which, settle } of [
    { which: due(now), settle: make },
    { which: overtaken, settle: overtake },
  ]) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await sql<Found>`select d.id, d.entry_id from decision d join entry e on e.id = d.entry_id
        where d.waits is not null and d.id > ${after} and ${which} order by d.id limit ${atOnce}`.execute(home.db);
      for (const found of rows) if (await settled(home, found, now, settle)) ended += 1;
      after = rows.at(-1)?.id ?? after;
      if (rows.length < atOnce) break;
    }
  }
  if (ended > 0) home.wake();
  return ended;
}

// The instant is exclusive for whoever takes back: at ten minutes sharp the decision stands.
const due = (now: number) =>
  sql<boolean>`d.state = 'pending' and d.effective_at <= ${at(now)} and e.version = d.entry_version`;
const overtaken = sql<boolean>`e.version <> d.entry_version`;

type Settle = (call: Call, decision: DecisionHead) => Promise<unknown>;

const make: Settle = async (call, decision) =>
  makeDecision(await inTheNameOf(call, decision.decidedBy), decision, decision.version);

const overtake: Settle = (call, decision) => move(call, decisionNoun, decision, { command: 'overtake', version: null });

/** What its people are told; a rule that hides the entry from whoever lost their right says nothing. */
const reasonOf = ({ code, message }: Refused): string => {
  if (message !== '') return message;
  return code === 'NOT_FOUND' ? '审核人员已没有办理这个项目的权限' : '项目刚有变化';
};

/** One that fails is logged and stands in nobody's way; the next tick tries again. */
async function settled(home: Home, found: Found, now: number, settle: Settle): Promise<boolean> {
  const within = (act: Settle) =>
    inTransaction(
      home,
      (tx) => makeCall(home, tx, null, now),
      (call) => withDecision(call, found, act),
      false,
    );
  try {
    return (await within(settle)) === true;
  } catch (error) {
    if (!(error instanceof Refused)) {
      home.log.error({ part: 'takeEffect', error: faultOf(error) }, 'a decision was not made');
      return false;
    }
    const reason = reasonOf(error);
    const fall: Settle = (call, decision) =>
      move(call, decisionNoun, decision, { command: 'fall', version: null, input: { reason } });
    return (await within(fall)) === true;
  }
}

/** The decision behind its entry's lock, as everybody goes; one that somebody is about, or that is over by now, is passed by. */
async function withDecision(call: Call, { id, entry_id: entryId }: Found, act: Settle): Promise<boolean> {
  const { rows } = await sql`select from entry where id = ${entryId} for update skip locked`.execute(call.db);
  const entry = rows.length === 0 ? null : await entryHead(call, entryId, false);
  const decision = entry && (await decisionOn(call, entry, id));
  if (!decision || !decisionNoun.lifecycle.states[decision.state].live) return false;
  await act(call, decision);
  return true;
}
