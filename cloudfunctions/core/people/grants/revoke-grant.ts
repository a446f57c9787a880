import { placeOf } from '@shared/kernel/actor';
import { peopleContract } from '@shared/people/contract';
import type { HeldGrant } from '@shared/people/grants/giving';
import { type Selectable, sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { grantOf, isLive } from '../../platform/grants';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import type { PeopleTables } from '../../platform/schema/people';
import { type Call, me } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { cityInTurn } from './city-in-turn';
import { placeZh } from './places';

type Subject = HeldGrant & { row: Selectable<PeopleTables['role_grant']> };

/**
 * A grant, locked for a change, which waits for whatever is being done by its right. Officials of the city are taken one after the other, so that two of
 * them do not send each other away at once.
 */
const heldGrant: Load<{ grantId: string }, Subject> = async (call, { grantId }, lock) => {
  const query = call.db.selectFrom('role_grant').selectAll().where('id', '=', grantId);
  if (lock && (await query.executeTakeFirst())?.role === 'cityStaff') await cityInTurn(call.db);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  const grant = row && grantOf(row);
  return grant ? { ...grant, personId: row.person_id, givenBy: row.given_by, row } : null;
};

/** Takes a grant back at once; of one that is over already nothing changes. Its holder is told. */
export const revokeGrant = procedure(peopleContract.revokeGrant, heldGrant, async (call, { grantId }, held) => {
  const { row, role, scope } = held;
  if (row.revoked_at !== null || (row.ends_at !== null && row.ends_at <= call.now)) return { ok: true as const };
  if (role === 'cityStaff') await insistAnotherOfficial(call, grantId);
  await call.db
    .updateTable('role_grant')
    .set({ revoked_at: at(call.now), revoked_by: me(call) })
    .where('id', '=', grantId)
    .execute();
  const of = { grantId, role, place: placeOf(scope) };
  await audit(call, `person:${held.personId}`, 'people/revokeGrant', of);
  await emit(call, 'grant.revoked', `person:${held.personId}`, {
    grantId,
    personId: held.personId,
    role,
    placeZh: await placeZh(call.db, scope),
  });
  return { ok: true as const };
});

/** Without an official whose grant does not end by itself nobody could give one any more. */
async function insistAnotherOfficial(call: Call, grantId: string): Promise<void> {
  const { rows } = await sql`select from role_grant g
    where g.role = 'cityStaff' and g.id <> ${grantId} and g.ends_at is null and ${isLive(call.now)} limit 1`.execute(
    call.db,
  );
  if (rows.length === 0) throw new Refused('PEOPLE_LAST_CITY');
}
