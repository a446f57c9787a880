import { importPastAward } from '../../cloudfunctions/core/awards/moves';
import { makeCall } from '../../cloudfunctions/core/rpc/call';
import type { TestServer } from './server';

/** Gives entries an award of one level, as a past edition's results are entered. */
export async function insertAwards(server: TestServer, entryIds: readonly string[], level: string): Promise<void> {
  const rows = await server.db
    .selectFrom('entry')
    .select(['id', 'edition_id', 'region_id'])
    .where('id', 'in', entryIds)
    .execute();
  const call = makeCall(server.home, server.db, null, server.clock.now());
  for (const { id, edition_id, region_id } of rows)
    await importPastAward(call, { entryId: id, editionId: edition_id, regionId: region_id, level });
}
