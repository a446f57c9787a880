import { addDays, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { personaId } from './personas';
import type { Player } from './player';

type Seeded = { by: string; daysAgo: number; regionId: string | null; title: string; body: string };

/** What is announced in the demo edition. */
const seeded: readonly Seeded[] = [
  {
    by: 'city',
    daysAgo: 20,
    regionId: null,
    title: '2026 年星火项目创业大赛开始报名',
    body: '全市 17 个县（市、区）和临汾经济开发区同时开赛，报名不收费，报名和审核网上办理。',
  },
  {
    by: 'lead-puxian',
    daysAgo: 2,
    regionId: '141033',
    title: '蒲县报名辅导每周六上午开放',
    body: '报名截止前的每个周六 09:00 至 12:00，工作人员在蒲县创业服务窗口讲解报名表怎样填、材料怎样准备，不收费，不用预约。',
  },
];

/** Announced through the procedures, in the order of the days. */
export async function seedAnnouncements(player: Player, now: number): Promise<void> {
  for (const { by, daysAgo, ...text } of seeded) {
    player.setTime(startOfDay(addDays(shanghaiDate(now), -daysAgo)) + 9 * 3_600_000);
    const { announcementId } = await player.ask(personaId(by), 'competition/writeAnnouncement', text);
    await player.ask(personaId(by), 'competition/publishAnnouncement', { announcementId, version: 1 });
  }
}
