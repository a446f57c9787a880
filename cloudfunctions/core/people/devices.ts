import { toShanghai } from '@shared/kernel/shanghai';
import { peopleContract } from '@shared/people/contract';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { type Load, noSubject, procedure } from '../rpc/procedure';

/** More than anybody uses; the others can be ended all at once. */
const most = 50;

const live = (call: Call) =>
  call.db
    .selectFrom('session')
    .where('person_id', '=', me(call))
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`expires_at > ${at(call.now)}`);

/** Where the caller is signed in now. */
export const devices = procedure(peopleContract.devices, noSubject, async (call) => {
  const rows = await live(call)
    .select(['id', 'token_hash', 'device_zh', 'place_zh', 'created_at'])
    .select(({ fn }) => fn.coalesce('last_seen_at', 'created_at').as('seen_at'))
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return {
    devices: rows.map((row) => ({
      deviceId: row.id,
      deviceZh: row.device_zh || '其他设备',
      placeZh: row.place_zh,
      beganAt: toShanghai(row.created_at),
      seenAt: toShanghai(row.seen_at),
      current: row.token_hash === call.session,
    })),
  };
});

type Owned = { id: string; tokenHash: string };

/** One of the caller's own, locked; null when it has ended or is somebody else's. */
const deviceOf: Load<{ deviceId: string }, Owned> = async (call, { deviceId }, lock) => {
  const query = live(call).select(['id', 'token_hash as tokenHash']).where('id', '=', deviceId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
};

/** Ends one session at once; the next call under it is a visitor's. */
export const endDevice = procedure(peopleContract.endDevice, deviceOf, async (call, _input, { id }) => {
  await call.db
    .updateTable('session')
    .set({ revoked_at: at(call.now) })
    .where('id', '=', id)
    .execute();
  await audit(call, `person:${me(call)}`, 'people/endDevice', { deviceId: id });
  return { ok: true as const };
});

/** Ends all but the session that asks; in WeChat's cloud, where the phone needs none, all. */
export const endOtherDevices = procedure(peopleContract.endOtherDevices, noSubject, async (call) => {
  const ended = await call.db
    .updateTable('session')
    .set({ revoked_at: at(call.now) })
    .where('person_id', '=', me(call))
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`expires_at > ${at(call.now)}`)
    .where(sql<boolean>`token_hash is distinct from ${call.session}`)
    .returning('id')
    .execute();
  const deviceIds = ended.map(({ id }) => id);
  await audit(call, `person:${me(call)}`, 'people/endOtherDevices', { deviceIds });
  return { ended: deviceIds.length };
});
