import { peopleContract } from '@shared/people/contract';
import { toDigits } from '@shared/people/web-sign-in';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { codeMark } from './code-mark';
import { countTry, forgetTries, triesLeftZh } from './code-tries';
import { readScanToken } from './scan-token';
import { type Wish, wishes } from './wishes';

/** A browser's session confirms no other: what was stolen of it would outlive its end. */
async function insistPhone(call: Call): Promise<void> {
  if (call.session === null) return;
  const session = await call.db
    .selectFrom('session')
    .select('kind')
    .where('token_hash', '=', call.session)
    .executeTakeFirst();
  if (session?.kind === 'web') throw new Refused('PEOPLE_WEB_PHONE_ONLY');
}

/**
 * Which browser wants to be signed in, by what was scanned or typed. The first phone that looks has it; the number that both then show is drawn
 * for the two of them. A code that was typed wrong is answered, not refused, so that the try is counted with it.
 */
export const seeWebSignIn = procedure(peopleContract.seeWebSignIn, noSubject, async (call, input) => {
  await insistPhone(call);
  if (input.by === 'code') await countTry(call);
  const wish = await (input.by === 'code' ? byCode(call, toDigits(input.code)) : byScan(call, input.scan));
  if (!wish || call.now >= wish.expires_at) {
    if (input.by === 'scan') throw new Refused('PEOPLE_WEB_SIGN_IN_OVER', '这个二维码已过期，请扫网页上新的二维码');
    call.raised.push('webSignIn.wrongCode');
    return { request: null, messageZh: await triesLeftZh(call) };
  }
  if (wish.seen_by !== null && wish.seen_by !== me(call)) throw new Refused('PEOPLE_WEB_CODE_TAKEN');
  if (wish.answer !== null) throw new Refused('PEOPLE_WEB_SIGN_IN_OVER');
  if (input.by === 'code') await forgetTries(call);
  const matchNumber = wish.match_number ?? drawNumber(call);
  await call.db
    .updateTable('web_sign_in')
    .set({ seen_by: me(call), seen_at: at(call.now), match_number: matchNumber })
    .where('id', '=', wish.id)
    .execute();
  const { id: signInId, device_zh: deviceZh, place_zh: placeZh } = wish;
  return { request: { signInId, deviceZh, placeZh, matchNumber }, messageZh: null };
});

const drawNumber = (call: Call): string => String(10 + (Buffer.from(call.home.random(4)).readUInt32BE(0) % 90));

const byCode = (call: Call, code: string) =>
  wishes(call.db).where('code_mark', '=', codeMark(code, call.home.equalityKey)).forUpdate().executeTakeFirst();

async function byScan(call: Call, token: string): Promise<Wish | undefined> {
  const id = readScanToken(token, call.now, call.home.equalityKey);
  return id === null ? undefined : wishes(call.db).where('id', '=', id).forUpdate().executeTakeFirst();
}

export const confirmWebSignIn = procedure(peopleContract.confirmWebSignIn, noSubject, async (call, { signInId }) => {
  await insistPhone(call);
  return answer(call, signInId, 'confirmed');
});

export const refuseWebSignIn = procedure(peopleContract.refuseWebSignIn, noSubject, (call, { signInId }) =>
  answer(call, signInId, 'refused'),
);

/** Once, by the person whose phone has it in front, while it stands. */
async function answer(call: Call, signInId: string, given: 'confirmed' | 'refused') {
  const wish = await wishes(call.db).where('id', '=', signInId).forUpdate().executeTakeFirst();
  if (!wish || wish.seen_by !== me(call) || wish.answer !== null || call.now >= wish.expires_at) {
    throw new Refused('PEOPLE_WEB_SIGN_IN_OVER');
  }
  await call.db
    .updateTable('web_sign_in')
    .set({ answer: given, answered_at: at(call.now) })
    .where('id', '=', signInId)
    .execute();
  const act = given === 'confirmed' ? 'people/confirmWebSignIn' : 'people/refuseWebSignIn';
  await audit(call, `person:${me(call)}`, act, { signInId });
  return { ok: true as const };
}
