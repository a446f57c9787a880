import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { pastEdition } from './editions';
import { personaId } from './personas';
import type { Player } from './player';
import { seedReferralStates } from './referral-states';
import { winnersOf2025 } from './seed-winners';

/**
 * Where everybody who took part in 2025 came in their own field, made up until panels judge: those who won stand before those who did not, in the order
 * of their awards.
 */
const importRanks = (db: Db) =>
  sql`insert into referral_rank (entry_id, edition_id, region_id, track, rank, synthetic)
  select e.id, e.edition_id, e.region_id, e.track_code, row_number() over (partition by e.region_id, e.track_code
    order by coalesce(array_position(array['first', 'second', 'third'], a.level), 9), md5(e.title), e.id), true
  from entry e left join award a on a.entry_id = e.id
  where e.edition_id = ${pastEdition} and e.state = 'qualified'`.execute(db);

/** An upper contest's notice, entered and confirmed by the city, a winner who is asked, and others in every state that follows. */
export async function seedReferral(
  player: Player,
  entryOf: ReadonlyMap<number, { entryId: string; clerkId: string }>,
  now: number,
): Promise<void> {
  await importRanks(player.home.db);
  player.setTime(now - 20 * 86_400_000);
  const today = shanghaiDate(now);
  const city = personaId('city');
  const { noticeId, version } = await player.ask<{ noticeId: string; version: number }>(city, 'referral/keepNotice', {
    upperZh: '省级创业大赛（演示）',
    docNo: '演示，待上级通知',
    issuedOn: addDays(today, -25),
    cutoffOn: today,
    closesOn: addDays(today, 30),
    quotas: [
      { track: 'modern_services', quota: 4 },
      { track: 'rural_revitalisation', quota: 4 },
      { track: 'silver_economy', quota: 3 },
      { track: 'advanced_manufacturing', quota: 2 },
    ],
    version: null,
  });
  await player.ask(city, 'referral/confirmNotice', { noticeId, version });
  player.setTime(now - 86_400_000);
  const won = entryOf.get(winnersOf2025[0].n);
  if (won) await player.ask(won.clerkId, 'referral/nominate', { entryId: won.entryId });
  await seedReferralStates(player, noticeId, now);
}
