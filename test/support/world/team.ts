import type { TestServer } from '../server';
import type { Team } from './cast';

type Led = { entryId: string; leader: string };
type Members = { members: Array<{ memberId: string; access: 'view' | 'edit' }> };

/** A member who may only look, and a link by which another can come. */
export type Joined = { viewerMember: string; invitation: string };

/**
 * Members join by the leader's links, as they would; those of the past leave again.
 * @param agreed whether they consent, without which nothing is handed in
 */
export async function fillTeam(
  server: TestServer,
  { entryId, leader }: Led,
  { editors, viewers, past }: Team,
  agreed: boolean,
): Promise<Joined> {
  const invite = async (access: 'view' | 'edit') =>
    (await server.ask<{ token: string }>(leader, 'entry/inviteMember', { entryId, access })).token;
  const join = async (person: string, token: string) => {
    const told = { name: '李强', roleZh: '技术', phone: '19900009000', sensitive: true };
    await server.ask(person, 'entry/joinTeam', { token, ...told });
    if (agreed) await server.ask(person, 'entry/consentAsMember', { entryId, agreed });
  };
  if (editors.length > 0) {
    const token = await invite('edit');
    for (const person of editors) await join(person, token);
  }
  const invitation = await invite('view');
  for (const person of past) {
    await join(person, invitation);
    await server.ask(person, 'entry/leaveTeam', { entryId });
  }
  for (const person of viewers) await join(person, invitation);
  const { members } = await server.ask<Members>(leader, 'entry/get', { entryId });
  return { invitation, viewerMember: members.find(({ access }) => access === 'view')?.memberId ?? '' };
}
