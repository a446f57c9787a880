import { randomBytes } from 'node:crypto';
import type { Db } from '../../cloudfunctions/core/platform/db';
import { scopeColumns } from '../../cloudfunctions/core/platform/grants';
import { at } from '../../cloudfunctions/core/platform/schema';
import type { Role, Scope } from '../../src/shared/kernel/actor';
import { makeUuidV7 } from '../../src/shared/kernel/id';
import { fixedNow } from './fixed-clock';

/** Gives the person of an openid, who must have called once, a role in a region. */
export async function grantTo(db: Db, openid: string, role: Role, regionId: string): Promise<void> {
  const person = await db.selectFrom('person').select('id').where('openid', '=', openid).executeTakeFirstOrThrow();
  await giveRole(db, person.id, role, { kind: 'region', regionId });
}

/** Gives a person a role; given by nobody. */
export async function giveRole(db: Db, personId: string, role: Role, scope: Scope): Promise<void> {
  await db
    .insertInto('role_grant')
    .values({
      id: makeUuidV7(fixedNow, randomBytes(10)),
      person_id: personId,
      role,
      ...scopeColumns(scope),
      given_by: null,
      given_at: at(fixedNow),
    })
    .execute();
}
