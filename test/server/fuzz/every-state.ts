import type { EntryState } from '@shared/entry/states';
import { move } from '../../../cloudfunctions/core/cases/move';
import { entryNoun } from '../../../cloudfunctions/core/entry/moves';
import { entryHead } from '../../../cloudfunctions/core/entry/queries';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { filledDraft } from '../../support/entry-factory';
import { claimAs, decideAs, returnAs } from '../../support/review-acts';
import type { TestServer } from '../../support/server';
import type { CallersWorld } from '../permissions/callers-world';

export type StandingIn = { entryId: string; version: number; state: EntryState };

const faulty = { jobs: { comment: '请写明依据' } };

/** An entry of the world's leader in every state that the lifecycle knows, by the procedures; what only the clock does, by its own hand. */
export async function standInEveryState(server: TestServer, world: CallersWorld): Promise<Record<string, StandingIn>> {
  const leader = world.people.leader.personId;
  const clerk = world.people.staffHere.personId;
  const neighbour = world.people.staffElsewhere.personId;

  const stand = async (entryId: string): Promise<StandingIn> => {
    const { version, state } = await server.db
      .selectFrom('entry')
      .select(['version', 'state'])
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow();
    return { entryId, version, state };
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

  const withdrawn = await handIn();
  await server.ask(leader, 'entry/withdraw', { ...(await stand(withdrawn)), reason: '' });

  const transferred = await handIn('LFEDZ', 'micro_audiovisual');
  await decideAs(server, neighbour, 'transfer', {
    entryId: transferred,
    version: await claimAs(server, neighbour, transferred),
    toContestId: world.contestId,
    trackCode: 'rural_revitalisation',
    reason: '注册地在尧都区',
  });

  const ids = {
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
  const standings: Record<string, StandingIn> = {};
  for (const [name, entryId] of Object.entries(ids)) standings[name] = await stand(entryId);
  return standings;
}
