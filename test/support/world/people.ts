import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import type { TestServer } from '../server';
import type { Cast } from './cast';

/** Browsers that ask to be signed in: one that nobody has seen, one that `anybody` has in front, one that `anybody` confirmed. */
export type WebSignIns = { scan: string; seen: string; confirmed: string };

export async function makeWebSignIns(server: TestServer, { anybody }: Cast): Promise<WebSignIns> {
  type Begun = { secret: string; code: string; scan: string };
  const begin = () => server.ask<Begun>(null, 'people/beginWebSignIn', { agent: 'Edg/131' });
  const see = async (code: string) => {
    type Seen = { request: { signInId: string } };
    return (await server.ask<Seen>(anybody, 'people/seeWebSignIn', { by: 'code', code })).request.signInId;
  };
  const { scan } = await begin();
  const seen = await see((await begin()).code);
  const { secret: confirmed, code } = await begin();
  await server.ask(anybody, 'people/confirmWebSignIn', { signInId: await see(code) });
  return { scan, seen, confirmed };
}

/** What the region's clerk holds, a code for the same that nobody used, and one by which anybody may come to judge there. */
export type Grants = { grantId: string; codeId: string; code: string };

export async function makeGrants(server: TestServer, { clerk, lead, region }: Cast): Promise<Grants> {
  const { id: grantId } = await server.db
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', clerk.length === 36 ? clerk : personaId(clerk))
    .executeTakeFirstOrThrow();
  const make = (role: string) =>
    server.ask<{ codeId: string; code: string }>(lead, 'people/makeGrantCode', {
      role,
      scope: { kind: 'region', regionId: region },
      note: '窗口',
      uses: 50,
      days: '30',
      endsOn: null,
    });
  const { codeId } = await make('regionStaff');
  const { code } = await make('judge');
  return { grantId, codeId, code };
}

/** One complaint that was answered, and one that waits. Answers the one that waits. */
export async function complain(server: TestServer, { anybody }: Cast): Promise<string> {
  const send = (body: string) =>
    server.ask<{ id: string }>(anybody, 'people/sendFeedback', { kind: 'complaint', body, contact: '19900001111' });
  const { id: feedbackId } = await send('报名页面的电话打不通。');
  await server.ask('city', 'people/answerFeedback', {
    feedbackId,
    version: 1,
    answer: '已更正电话，感谢您的意见。',
  });
  return (await send('窗口说材料要交两遍，希望只交一遍。')).id;
}
