import { startOfDay } from '@shared/kernel/shanghai';
import { importPastAward } from '../awards/moves';
import { move } from '../cases/move';
import { entryNoun } from '../entry/moves';
import { entryHeads } from '../entry/subjects';
import { appendAudit } from '../platform/audit/audit';
import { makeCall } from '../rpc/call';
import { type EditionRow, rows2025 } from './edition-2025';
import { pastEdition } from './editions';
import { cutoff2025, type Planned, type PlannedRegion, zhOf } from './plan-2025';
import { type Played, playApproval, playDraft, playMove, playRejection, playReturn } from './play-entry';
import type { Player } from './player';
import { syntheticTitle } from './synthetic';

/** Numbers of synthetic persons, after those of all who took part. */
const firstUncounted = 1 + rows2025.reduce((sum, { entries }) => sum + entries, 0);
const day = (date: string, hour: number): number => startOfDay(date) + hour * 3_600_000;

type Result = Pick<Planned, 'award' | 'synthetic' | 'script'> & { entryId: string };

/**
 * The 2025 edition, 318 rows to the digit of the seed table: 295 taking part, played through the procedures to `qualified` and
 * then given their final states and award levels by one audited import, until judging replaces it; and 9 rejected, 6
 * withdrawn, 5 expired, 3 drafts that do not count.
 * @param clerkOf the person who reviews in a region
 * @param plan whoever took part
 * @returns the entries that took part and who reviewed them, by the number of the synthetic person who led each
 */
export async function seed2025(
  player: Player,
  clerkOf: ReadonlyMap<string, string>,
  say: (line: string) => void,
  plan: readonly PlannedRegion[],
): Promise<Map<number, { entryId: string; clerkId: string }>> {
  const results: Result[] = [];
  // Regions know nothing of each other, so a few are played side by side, each with a clock of its own.
  const waiting = [...plan];
  const total = plan.reduce((sum, { entries }) => sum + entries.length, 0);
  async function playNext(): Promise<void> {
    const own = player.another();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      results.push(...(await playRegion(own, next.entries, clerkOf.get(next.regionId) ?? '')));
      say(`2025 年：${results.length} / ${total} 个项目`);
    }
  }
  await Promise.all(Array.from({ length: 4 }, playNext));
  const uncounted = await playUncounted(player, firstUncounted, clerkOf);
  await importResults(player, results, uncounted);
  return new Map(
    results.map(({ entryId, script: { n, regionId } }) => [n, { entryId, clerkId: clerkOf.get(regionId) ?? '' }]),
  );
}

async function playRegion(player: Player, entries: readonly Planned[], clerkId: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const [i, { script, award, synthetic }] of entries.entries()) {
    const played = await playDraft(player, script);
    await playMove(player, played.leaderId, 'entry/submit', played);
    player.setTime(day('2025-10-20', 9) + i * 600_000);
    await playApproval(player, clerkId, played);
    results.push({ entryId: played.entryId, award, synthetic, script });
  }
  return results;
}

/** Rows that prove what `participating` means: they are there, and are not counted. */
async function playUncounted(player: Player, from: number, clerkOf: ReadonlyMap<string, string>): Promise<string[]> {
  const kinds = [...fill(9, 'rejected'), ...fill(6, 'withdrawn'), ...fill(5, 'expired'), ...fill(3, 'draft')] as const;
  const ids: string[] = [];
  const expiring: Array<{ played: Played; clerkId: string }> = [];
  for (const [i, kind] of kinds.entries()) {
    const row = rows2025[i % rows2025.length] as EditionRow;
    const trackCode = row.tracks[0]?.[0] ?? '';
    const clerkId = clerkOf.get(row.regionId) ?? '';
    const played = await playDraft(player, {
      n: from + i,
      editionId: pastEdition,
      regionId: row.regionId,
      regionZh: zhOf(row.regionId),
      trackCode,
      groupCode: 'idea_team',
      title: syntheticTitle(trackCode, from + i),
      direct: 2,
      indirect: 3,
      begins: day('2025-10-13', 8) + i * 3_600_000,
      cutoffDate: cutoff2025,
    });
    ids.push(played.entryId);
    if (kind === 'draft') continue;
    await playMove(player, played.leaderId, 'entry/submit', played);
    player.setTime(day('2025-10-22', 9) + i * 600_000);
    if (kind === 'withdrawn')
      await playMove(player, played.leaderId, 'entry/withdraw', played, { reason: '项目调整，今年不再参加' });
    else if (kind === 'expired') {
      await playReturn(player, clerkId, played);
      expiring.push({ played, clerkId });
    } else await playRejection(player, clerkId, row.regionId, played);
  }
  await expire(
    player,
    expiring.map(({ played }) => played.entryId),
    day('2025-11-05', 0),
  );
  return ids;
}

const fill = <T extends string>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** The clock runs past the correction window, and the deadline does what it does. */
export async function expire(player: Player, entryIds: readonly string[], now: number): Promise<void> {
  player.setTime(now);
  await player.home.db.transaction().execute(async (tx) => {
    const call = makeCall(player.home, tx, null, now);
    for (const head of await entryHeads(call, entryIds))
      await move(call, entryNoun, head, { command: 'expire', version: null });
  });
}

/** One audited import: the awards of 2025, as the report and the seed table give them. */
async function importResults(player: Player, results: readonly Result[], uncounted: readonly string[]): Promise<void> {
  const now = day('2025-12-15', 10);
  player.setTime(now);
  await player.home.db.transaction().execute(async (tx) => {
    const call = makeCall(player.home, tx, null, now);
    for (const { entryId, award, script } of results)
      if (award !== null)
        await importPastAward(call, { entryId, editionId: pastEdition, regionId: script.regionId, level: award });
    const synthetic = [...results.filter((result) => result.synthetic).map((result) => result.entryId), ...uncounted];
    await tx.updateTable('entry').set({ synthetic: true }).where('id', 'in', synthetic).execute();
    const winners = results.filter((result) => result.award !== null).length;
    await appendAudit(tx, {
      subject: `edition:${pastEdition}`,
      act: 'seeds/importResults',
      data: { participating: results.length, winners, uncounted: uncounted.length },
      actor: 'system',
      now,
    });
  });
}
