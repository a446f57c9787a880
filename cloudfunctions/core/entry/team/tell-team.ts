import { toShanghai } from '@shared/kernel/shanghai';
import type { TeamEvent } from '@shared/notices/notice';
import { emit } from '../../platform/outbox';
import type { Call } from '../../rpc/call';
import type { EntryHead } from '../subjects';

/** Leaves the news that someone joined or left a team or said yes to taking part; who it was is told by id. */
export async function tellTeam(
  call: Call,
  head: EntryHead,
  event: TeamEvent,
  who: { memberId: string; personId: string; unconfirmed?: number },
): Promise<void> {
  await emit(call, event, `entry:${head.entryId}`, {
    entryId: head.entryId,
    title: head.title,
    regionId: head.regionId,
    leaderId: head.leaderId,
    ...who,
    by: call.actor?.personId ?? null,
    at: toShanghai(call.now),
  });
}
