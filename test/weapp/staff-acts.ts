import type { Db } from '../../cloudfunctions/core/platform/db';
import { at } from '../../cloudfunctions/core/platform/schema';
import { fixedNow } from '../support/fixed-clock';
import type { Cloud } from './cloud/cloud';

type Behind = { readonly cloud: Cloud; readonly db: Db };

/** The id of whoever has this openid; a first call makes them known. */
export async function personOf({ cloud, db }: Behind, openid: string): Promise<string> {
  await cloud.callAs(openid)('api', { path: 'people/me', input: {}, key: null });
  const { id } = await db.selectFrom('person').select('id').where('openid', '=', openid).executeTakeFirstOrThrow();
  return id;
}

/** Makes whoever has this openid a clerk of a region; answers the person's id. */
export async function appointClerk(behind: Behind, openid: string, regionId: string): Promise<string> {
  const id = await personOf(behind, openid);
  await behind.db
    .insertInto('role_grant')
    .values({
      id: id.replace(/^./, 'f'),
      person_id: id,
      role: 'regionStaff',
      region_id: regionId,
      given_by: null,
      given_at: at(fixedNow),
    })
    .execute();
  return id;
}
