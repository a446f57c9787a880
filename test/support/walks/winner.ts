import { freshPerson } from '../entry-factory';
import { claimBy, claimCodeOf } from '../past-awards';
import { knowOf } from '../referrals';
import type { TestServer } from '../server';
import { handedInWinner } from '../world/referrals';
import type { Won } from './loan';

const clerk = 'clerk-puxian-1';

/** Of 2025, in the track of a referral; its title. */
export const wonTrack = 'silver_economy';
export const wonTitle = '蒲县山货直供';

/** Somebody whose award of 2025 was claimed by a code and confirmed: the entry was sent in by hand then, by a leader who never signed in here. */
export async function wins(server: TestServer, personId: string): Promise<Won> {
  const leader = await freshPerson(server);
  const { entryId } = await handedInWinner(server, { leader, region: '141033', track: wonTrack });
  const { id: awardId, reference } = await server.db
    .selectFrom('award as a')
    .innerJoin('entry as e', 'e.id', 'a.entry_id')
    .select(['a.id', 'e.reference'])
    .where('e.id', '=', entryId)
    .executeTakeFirstOrThrow();
  const claimId = await claimBy(server, personId, await claimCodeOf(server, clerk, awardId));
  await server.ask(clerk, 'awards/confirmClaim', { claimId, version: 1 });
  await knowOf(server, personId);
  return { awardId, entryId, reference: reference ?? '' };
}
