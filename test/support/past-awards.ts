import { pastEdition } from '../../cloudfunctions/core/seeds/editions';
import { insertAwards } from './award-rows';
import { freshIdNumber, freshPerson } from './entry-factory';
import { insertEntryRows } from './entry-rows';
import type { TestServer } from './server';

/** An award of the edition that is over, whose leader has never signed in. */
export async function pastAward(server: TestServer, region = '141033', level = 'first'): Promise<string> {
  const leader = await freshPerson(server, '李汾川');
  const [entryId = ''] = await insertEntryRows(server.db, { count: 1, regionId: region, state: 'qualified', leader });
  await server.db
    .updateTable('entry')
    .set({ edition_id: pastEdition, contest_id: `${pastEdition}-${region}` })
    .where('id', '=', entryId)
    .execute();
  await insertAwards(server, [entryId], level);
  const { id } = await server.db
    .selectFrom('award')
    .select('id')
    .where('entry_id', '=', entryId)
    .executeTakeFirstOrThrow();
  return id;
}

/** A code for an award, by a clerk of its region. */
export const claimCodeOf = async (server: TestServer, clerk: string, awardId: string): Promise<string> =>
  (await server.ask<{ code: string }>(clerk, 'awards/makeClaimCode', { awardId })).code;

/** Whoever has the code says that the award is theirs. */
export const claimBy = async (server: TestServer, person: string, code: string): Promise<string> =>
  (
    await server.ask<{ claimId: string }>(person, 'awards/claimAward', {
      code,
      name: '王小明',
      idNumber: freshIdNumber(),
      agreed: true,
    })
  ).claimId;

/** An entry of the edition that is over which took part and won nothing yet, by its number. */
export async function unawarded(
  server: TestServer,
  region = '141033',
): Promise<{ entryId: string; reference: string }> {
  const leader = await freshPerson(server);
  const [entryId = ''] = await insertEntryRows(server.db, { count: 1, regionId: region, state: 'qualified', leader });
  const { reference } = await server.db
    .updateTable('entry')
    .set({ edition_id: pastEdition, contest_id: `${pastEdition}-${region}` })
    .where('id', '=', entryId)
    .returning('reference')
    .executeTakeFirstOrThrow();
  return { entryId, reference: reference ?? '' };
}

/** A list of results that an official has begun, with one entry on it. */
export async function begunList(
  server: TestServer,
  region: string,
): Promise<{ awardListId: string; entryId: string; reference: string }> {
  const { entryId, reference } = await unawarded(server, region);
  await server.ask('city', 'awards/bringResult', { editionId: pastEdition, reference, level: 'merit' });
  const { list } = await server.ask<{ list: { awardListId: string } }>('city', 'awards/awardDesk', {
    editionId: pastEdition,
  });
  return { awardListId: list.awardListId, entryId, reference };
}
