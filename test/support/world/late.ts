import { freshPerson } from '../entry-factory';
import { closeSignUp, contestIn, letLeadsMakeCodes, madeLate } from '../late-codes';
import type { TestServer } from '../server';
import type { Cast } from './cast';
import type { Standing } from './entries';
import { fillTeam } from './team';

/** Where sign-up is over: a draft, and a code that lets it in; and the id of a code for the world's own region. */
export type Late = Standing & { code: string; codeId: string };

const shut = '141024';

/** A draft that was not sent in while there was time. Leads may make codes from now on. */
export async function makeLate(server: TestServer, cast: Cast): Promise<Late> {
  server.clock.pass(cast.pause);
  const leader = cast.leads('decided') ?? (await freshPerson(server));
  const { entryId } = await server.ask<{ entryId: string }>(leader, 'entry/start', {
    contestId: contestIn(shut),
    trackCode: 'rural_revitalisation',
    groupCode: 'idea_team',
  });
  await fillTeam(server, { entryId, leader }, cast.team('decided'), true);
  await closeSignUp(server, shut);
  await letLeadsMakeCodes(server, 'leads');
  const { code } = await madeLate(server, shut, { uses: 50 });
  const { codeId } = await madeLate(server, cast.region);
  return { entryId, version: 1, code, codeId };
}
