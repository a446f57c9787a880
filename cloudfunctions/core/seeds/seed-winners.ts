import { sql } from 'kysely';
import { personaId } from './personas';
import type { Player } from './player';
import { syntheticIdNumber, syntheticName } from './synthetic';

/** Personas who won in 2025, by the number of the synthetic person who led the project then: a registered firm, a team without one, a person of no key group. */
export const winnersOf2025 = [
  { persona: 'winner-first', n: 211 },
  { persona: 'winner-third', n: 4 },
  { persona: 'winner-refused', n: 215 },
] as const;

/** Whoever won claims the award as everybody does: a clerk of the region makes a code, the winner types it with name and number, the clerk compares and confirms. */
export async function seedWinners(
  player: Player,
  entryOf: ReadonlyMap<number, { entryId: string; clerkId: string }>,
  now: number,
): Promise<void> {
  player.setTime(now - 86_400_000);
  for (const { persona, n } of winnersOf2025) {
    const won = entryOf.get(n);
    if (!won) continue;
    const { rows } = await sql<{
      awardId: string;
    }>`select id as "awardId" from award where entry_id = ${won.entryId}`.execute(player.home.db);
    const { code } = await player.ask<{ code: string }>(won.clerkId, 'awards/makeClaimCode', rows[0]);
    const { claimId } = await player.ask<{ claimId: string }>(personaId(persona), 'awards/claimAward', {
      code,
      name: syntheticName(n),
      idNumber: syntheticIdNumber(n),
      agreed: true,
    });
    await player.ask(won.clerkId, 'awards/confirmClaim', { claimId, version: 1 });
  }
}
