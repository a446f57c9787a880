import { peopleContract } from '@shared/people/contract';
import { audit } from '../platform/audit/audit';
import { type Device, openSession, personOfOpenid } from '../platform/identity';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import { askingProcedure, noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';

const begin = async (call: Call, personId: string, { kind, deviceZh }: Omit<Device, 'placeZh'>) => ({
  session: await openSession(call.db, personId, call.now, (n) => call.home.random(n), {
    kind,
    deviceZh,
    placeZh: call.place ?? '',
  }),
});
const asPersona = { kind: 'demo', deviceZh: '演示身份' } as const;
const inWechat = { kind: 'phone', deviceZh: '微信小程序' } as const;

/** Demo only (`serve` hides it elsewhere): signs in as a persona, or as somebody new. */
export const signInAs = procedure(peopleContract.signInAs, noSubject, async (call, { persona }) => {
  if (persona === 'new') return begin(call, await freshPerson(call), asPersona);
  const row = await call.db.selectFrom('person').select('id').where('persona', '=', persona).executeTakeFirst();
  if (!row) throw new Refused('PEOPLE_NO_SUCH_PERSONA');
  return begin(call, row.id, asPersona);
});

async function freshPerson(call: Call): Promise<string> {
  const id = call.newId();
  await call.db
    .insertInto('person')
    .values({
      id,
      openid: null,
      persona: null,
      display_name: '新用户',
      phone_sealed: null,
      phone_masked: null,
      created_at: at(call.now),
    })
    .execute();
  return id;
}

/** Own servers: WeChat says whose the code is; the person is made at the first meeting. */
export const signInWithWechat = askingProcedure(
  peopleContract.signInWithWechat,
  noSubject,
  async (outside, { code }) => (await outside.wechat?.openidOf(code)) ?? null,
  async (call, _input, _subject, openid) => {
    if (openid === null) throw new Refused('PEOPLE_WECHAT_REFUSED');
    return begin(call, await personOfOpenid(call.db, openid, call.now, (n) => call.home.random(n)), inWechat);
  },
);

/** WeChat's cloud: `serve` has made the person by now. */
export const signIn = procedure(peopleContract.signIn, noSubject, async () => ({ ok: true as const }));

/** Ends this device's session at once; the person's others go on. */
export const signOut = procedure(peopleContract.signOut, noSubject, async (call) => {
  if (call.session !== null) {
    await call.db
      .updateTable('session')
      .set({ revoked_at: at(call.now) })
      .where('token_hash', '=', call.session)
      .execute();
  }
  await audit(call, `person:${call.actor?.personId}`, 'people/signOut');
  return { ok: true as const };
});
