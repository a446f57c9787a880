import type { TeamFacts } from '@shared/entry/events';
import { emit } from '../../platform/outbox';
import type { Call } from '../../rpc/call';
import type { EntryHead } from '../subjects';
import { titleOf } from '../views/title-of';

/** Whom a change of the team is about. */
export type TeamMember = { personId: string; name: string };

const aboutMember = (call: Call, head: EntryHead, { personId, name }: TeamMember): TeamFacts => ({
  entryId: head.entryId,
  title: titleOf(head.title),
  personId,
  memberZh: name,
  by: call.actor?.personId ?? null,
});

/** Leaves the news that someone joined or left a team. */
export const tellTeam = (
  call: Call,
  head: EntryHead,
  event: 'team.joined' | 'team.left',
  member: TeamMember,
): Promise<void> => emit(call, event, `entry:${head.entryId}`, aboutMember(call, head, member));

/** Leaves the news that a member said yes to taking part. @param unconfirmed how many have not */
export const tellConfirmed = (call: Call, head: EntryHead, member: TeamMember, unconfirmed: number): Promise<void> =>
  emit(call, 'team.confirmed', `entry:${head.entryId}`, { ...aboutMember(call, head, member), unconfirmed });
