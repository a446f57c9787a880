import { peopleContract } from '@shared/people/contract';
import { takeWithinMs, type WebSignInState } from '@shared/people/web-sign-in';
import { appendAudit } from '../../platform/audit/audit';
import { sha256Hex } from '../../platform/crypto/hash';
import { openSession } from '../../platform/identity';
import { at } from '../../platform/schema';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { scanToken } from './scan-token';
import { type Wish, wishes } from './wishes';

/** How far a wish has got at an instant. What a phone has confirmed stands for a minute more; all instants are exclusive. */
function stateOf({ seen_by, answer, answered_at, taken_at, expires_at }: Wish, now: number): WebSignInState {
  if (answer === 'refused') return 'refused';
  if (answer === 'confirmed') {
    return taken_at === null && now < (answered_at ?? 0) + takeWithinMs ? 'confirmed' : 'over';
  }
  if (now >= expires_at) return 'over';
  return seen_by === null ? 'waiting' : 'seen';
}

/** What the browser asks again and again: one row by its key, and nothing is written. */
export const webSignIn = procedure(peopleContract.webSignIn, noSubject, async (call, { secret }) => {
  const wish = await wishes(call.db).where('secret_hash', '=', sha256Hex(secret)).executeTakeFirst();
  const state = wish ? stateOf(wish, call.now) : 'over';
  return {
    state,
    scan: wish && state === 'waiting' ? scanToken(wish.id, call.now, call.home.equalityKey) : null,
    matchNumber: wish && state === 'seen' ? wish.match_number : null,
  };
});

/** The session for the browser that asked, once. Whoever confirmed it answers for it in the audit. */
export const takeWebSession = procedure(peopleContract.takeWebSession, noSubject, async (call, { secret }) => {
  const wish = await wishes(call.db).where('secret_hash', '=', sha256Hex(secret)).forUpdate().executeTakeFirst();
  if (!wish || wish.seen_by === null || stateOf(wish, call.now) !== 'confirmed') {
    throw new Refused('PEOPLE_WEB_SIGN_IN_OVER');
  }
  await call.db
    .updateTable('web_sign_in')
    .set({ taken_at: at(call.now) })
    .where('id', '=', wish.id)
    .execute();
  const device = { kind: 'web', deviceZh: wish.device_zh, placeZh: wish.place_zh } as const;
  const session = await openSession(call.db, wish.seen_by, call.now, (n) => call.home.random(n), device);
  await appendAudit(call.db, {
    subject: `person:${wish.seen_by}`,
    act: 'people/takeWebSession',
    data: { signInId: wish.id },
    actor: wish.seen_by,
    now: call.now,
  });
  return { session };
});
