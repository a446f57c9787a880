import { toShanghai } from '@shared/kernel/shanghai';
import { peopleContract } from '@shared/people/contract';
import { deviceWords } from '@shared/people/device-words';
import { webCodeDigits, webCodeLifeMs } from '@shared/people/web-sign-in';
import { sha256Hex } from '../../platform/crypto/hash';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { codeMark } from './code-mark';
import { scanToken } from './scan-token';

/** A code that another wish of this day has is drawn again. */
const mostDraws = 5;

/** A browser that nobody is signed in on asks: it gets a secret of its own, and what a phone scans or a person types there. */
export const beginWebSignIn = procedure(peopleContract.beginWebSignIn, noSubject, async (call, { agent }) => {
  const id = call.newId();
  const secret = Buffer.from(call.home.random(32)).toString('base64url');
  const expiresAt = call.now + webCodeLifeMs;
  const wish = {
    id,
    secret_hash: sha256Hex(secret),
    device_zh: deviceWords(agent),
    place_zh: call.place ?? '',
    created_at: at(call.now),
    expires_at: at(expiresAt),
  };
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const code = drawCode(call);
    const kept = await call.db
      .insertInto('web_sign_in')
      .values({
        ...wish,
        code_mark: codeMark(code, call.home.equalityKey),
        seen_by: null,
        match_number: null,
        answer: null,
      })
      .onConflict((c) => c.column('code_mark').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) continue;
    return {
      secret,
      code,
      scan: scanToken(id, call.now, call.home.equalityKey),
      expiresAt: toShanghai(expiresAt),
      now: toShanghai(call.now),
    };
  }
  throw new Error('No code was free.');
});

/** Six random bytes are so many more than there are codes that each is as likely as the next. */
function drawCode(call: Call): string {
  const drawn = Buffer.from(call.home.random(6)).readUIntBE(0, 6);
  return String(drawn % 10 ** webCodeDigits).padStart(webCodeDigits, '0');
}
