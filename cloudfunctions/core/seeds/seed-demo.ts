import { makeUuidV7 } from '@shared/kernel/id';
import { sql } from 'kysely';
import type { AnyArea } from '../line/area';
import { regions } from '../platform/city/regions';
import { scopeColumns } from '../platform/grants';
import { at, json } from '../platform/schema';
import type { StreamingHome } from '../rpc/home';
import { seedAnnouncements } from './announcements';
import { rows2025 } from './edition-2025';
import { calendar2025, seedEditions } from './editions';
import { personaId, seedPersonas } from './personas';
import { type PlannedRegion, plan2025 } from './plan-2025';
import { makePlayer } from './player';
import { seedPolicies } from './policies';
import { seed2025 } from './seed-2025';
import { seed2026 } from './seed-2026';
import { seedApplications } from './seed-applications';
import { seedReferral } from './seed-referral';
import { seedTraining } from './seed-training';
import { seedWinners } from './seed-winners';

/** Regions whose reviewer is one of the personas; the others get a clerk of the demo's own. */
const personaClerks: Readonly<Record<string, string>> = {
  '141033': 'clerk-puxian-1',
  '141002': 'clerk-yaodu',
  LFEDZ: 'clerk-lfedz',
};

/**
 * Fills an empty database with the demo edition, once: the setting `demoSeeded` says that it is done. An interrupted seeding is
 * said so, because half a demo would be taken for the whole.
 * @param now the seeding day's instant, in milliseconds
 * @param say told of each long step, in words for people
 * @param past whoever took part in 2025; all of it, unless less is wanted
 */
export async function seedDemo(
  home: StreamingHome,
  areas: readonly AnyArea[],
  now: number,
  say: (line: string) => void,
  past: readonly PlannedRegion[] = plan2025(),
): Promise<void> {
  const seeded = await home.db
    .selectFrom('setting')
    .selectAll()
    .where('key', 'in', ['demoSeeded', 'demoSeeding'])
    .execute();
  if (seeded.some(({ key }) => key === 'demoSeeded')) return;
  if (seeded.length > 0) throw new Error('上次写入演示数据时被中断，请用 npm start -- --fresh 重新开始');
  say('正在写入演示数据：2025 年全市 318 个项目和本届各种状态的项目');
  await home.db.transaction().execute(async (tx) => {
    await seedEditions(tx, now);
    await seedPersonas(tx, now);
    await seedPolicies(tx);
    await tx
      .insertInto('setting')
      .values({ key: 'demoSeeding', value: json({ at: now }) })
      .execute();
  });
  const player = makePlayer(home, areas);
  const clerkOf = await seedClerks(home, now);
  await seedAnnouncements(player, now);
  const tookPart = await seed2025(player, clerkOf, say, past);
  await seedWinners(player, tookPart, now);
  await seedReferral(player, tookPart, now);
  await seed2026(player, clerkOf, now);
  await seedTraining(player, now);
  await seedApplications(player, now);
  await home.db.transaction().execute(async (tx) => {
    // The demo's making is not news to anyone: what it would tell is told as long past, and its sessions end with it.
    await tx
      .updateTable('outbox')
      .set({ delivered_at: at(now) })
      .where(
        sql<boolean>`created_at < ${at(calendar2025.screening[1] + 60 * 86_400_000)} or event = 'announcement.published'
          or event like 'class.%'`,
      )
      .execute();
    await tx.deleteFrom('session').execute();
    await tx.deleteFrom('done_once').execute();
    await sql`update setting set key = 'demoSeeded' where key = 'demoSeeding'`.execute(tx);
  });
}

async function seedClerks(home: StreamingHome, now: number): Promise<Map<string, string>> {
  const clerkOf = new Map<string, string>();
  for (const { regionId } of rows2025) {
    const persona = personaClerks[regionId];
    clerkOf.set(regionId, persona ? personaId(persona) : makeUuidV7(now, home.random(10)));
  }
  const own = rows2025.map((row) => row.regionId).filter((regionId) => !personaClerks[regionId]);
  const name = (regionId: string) => `${regions.find((r) => r.id === regionId)?.nameZh ?? ''}审核人员`;
  await home.db
    .insertInto('person')
    .values(
      own.map((regionId) => ({
        id: clerkOf.get(regionId) ?? '',
        openid: null,
        persona: null,
        display_name: name(regionId),
        phone_sealed: null,
        phone_masked: null,
        created_at: at(now),
      })),
    )
    .execute();
  await home.db
    .insertInto('role_grant')
    .values(
      own.map((regionId) => ({
        id: makeUuidV7(now, home.random(10)),
        person_id: clerkOf.get(regionId) ?? '',
        role: 'regionStaff',
        ...scopeColumns({ kind: 'region', regionId }),
        given_by: personaId('city'),
        given_at: at(now),
      })),
    )
    .execute();
  return clerkOf;
}
