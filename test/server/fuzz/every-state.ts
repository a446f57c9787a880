import { move } from '../../../cloudfunctions/core/cases/move';
import { entryNoun } from '../../../cloudfunctions/core/entry/moves';
import { entryHead } from '../../../cloudfunctions/core/entry/queries';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { takeEffect } from '../../../cloudfunctions/core/screening/decisions/take-effect';
import { publishedAnnouncement } from '../../support/announcements';
import { filledDraft } from '../../support/entry-factory';
import { claimAs, decideAs, returnAs, wantSignatures } from '../../support/review-acts';
import type { TestServer } from '../../support/server';
import { proposedPolicy, takenOver } from '../../support/world/policy-drafts';
import type { CallersWorld } from '../permissions/callers-world';
import type { TriedNoun } from './every-move';

export type StandingIn = { noun: TriedNoun; id: string; version: number; state: string };

const faulty = { jobs: { comment: '请写明依据' } };

/**
 * An entry of the world's leader, a decision and an announcement in every state that their lifecycles know, by the procedures; what only the clock
 * does, by its own hand.
 */
export async function standInEveryState(server: TestServer, world: CallersWorld): Promise<Record<string, StandingIn>> {
  const leader = world.people.leader.personId;
  const clerk = world.people.staffHere.personId;
  const lead = world.people.leadHere.personId;
  const neighbour = world.people.staffElsewhere.personId;

  const stand = async (noun: TriedNoun, id: string): Promise<StandingIn> => {
    const row = await server.db
      .selectFrom(noun)
      .select(['version', 'state'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { noun, id, ...row };
  };
  const versionOf = async (entryId: string) => ({ entryId, version: (await stand('entry', entryId)).version });
  type Decision = { decisionId: string; version: number };
  const reject = async (entryId: string): Promise<Decision> => {
    const rejection = { ...(await versionOf(entryId)), reason: '不符合参赛条件' };
    return (await server.ask<{ decision: Decision }>(clerk, 'screening/reject', rejection)).decision;
  };
  const handIn = async (region = '141002', track = 'rural_revitalisation'): Promise<string> => {
    const { entryId } = await filledDraft(server, { region, track, group: 'start_up', leader });
    await server.ask(leader, 'entry/submit', { entryId, version: 1 });
    return entryId;
  };
  const sentBack = async (): Promise<string> => {
    const entryId = await handIn();
    await returnAs(server, clerk, entryId, faulty);
    return entryId;
  };
  const byTheClock = async (entryId: string, command: 'expire'): Promise<string> => {
    const call = makeCall(server.home, server.db, null, server.clock.now());
    const head = await entryHead(call, entryId, false);
    if (!head) throw new Error('there is no such entry');
    await move(call, entryNoun, head, { command, version: null });
    return entryId;
  };

  // What is decided of an entry that is withdrawn meanwhile falls.
  const withdrawn = await handIn();
  await claimAs(server, clerk, withdrawn);
  const fallen = await reject(withdrawn);
  await server.ask(leader, 'entry/withdraw', { ...(await versionOf(withdrawn)), reason: '' });
  await takeEffect(server.home);

  const takenBack = await reject(world.read.entryId);
  await server.ask(clerk, 'screening/takeBack', takenBack);
  await wantSignatures(server, 'rejection');
  const refused = await reject(world.read.entryId);
  await server.ask(lead, 'screening/refuseSignature', { ...refused, reason: '依据不足' });
  await wantSignatures(server, 'none');
  const { id: made } = await server.db
    .selectFrom('decision')
    .select('id')
    .where('entry_id', '=', world.rejected.entryId)
    .executeTakeFirstOrThrow();

  const withdrawnAnnouncement = await publishedAnnouncement(server, lead, world.region);
  await server.ask(lead, 'competition/withdrawAnnouncement', withdrawnAnnouncement);

  const transferred = await handIn('LFEDZ', 'micro_audiovisual');
  await decideAs(server, neighbour, 'transfer', {
    entryId: transferred,
    version: await claimAs(server, neighbour, transferred),
    toContestId: world.contestId,
    trackCode: 'rural_revitalisation',
    reason: '注册地在尧都区',
  });

  const entries = {
    draft: world.draft.entryId,
    ready: world.ready.entryId,
    late: world.late.entryId,
    submitted: world.submitted.entryId,
    read: world.read.entryId,
    faulty: world.faulty.entryId,
    returned: world.returned.entryId,
    resubmitted: world.resubmitted.entryId,
    transferred,
    decided: world.decided.entryId,
    qualified: world.qualified.entryId,
    rejected: world.rejected.entryId,
    withdrawn,
    expired: await byTheClock(await sentBack(), 'expire'),
  };
  const decisions = {
    pending: world.decided.decisionId,
    unsigned: world.unsigned.decisionId,
    'taken back': takenBack.decisionId,
    refused: refused.decisionId,
    made,
    fallen: fallen.decisionId,
  };
  const announcements = {
    draft: world.announcements.draft.announcementId,
    published: world.announcements.published.announcementId,
    withdrawn: withdrawnAnnouncement.announcementId,
  };
  const city = world.people.city.personId;
  const published = await proposedPolicy(server, 'sx-one-off-subsidy');
  await server.ask(city, 'policies/publishDraft', published);
  const discarded = await takenOver(server, 'sx-graduate-rent');
  await server.ask(city, 'policies/discardDraft', discarded);
  const policyDrafts = { ...world.policyDrafts, published, discarded };
  const standings: Record<string, StandingIn> = {};
  for (const [name, id] of Object.entries(entries)) standings[name] = await stand('entry', id);
  for (const [name, id] of Object.entries(decisions)) standings[`decision ${name}`] = await stand('decision', id);
  for (const [name, id] of Object.entries(announcements))
    standings[`announcement ${name}`] = await stand('announcement', id);
  for (const [name, { policyDraftId }] of Object.entries(policyDrafts))
    standings[`policy draft ${name}`] = await stand('policy_draft', policyDraftId);
  return standings;
}
