import { link } from '../../src/shared/routes';
import { walkCity } from '../support/city';
import type { Person } from '../support/person';
import { setStage } from './stage';

const stage = setStage({ seed: 'nothing', mode: 'production' });

type Seen = { request: { signInId: string } };

/** Calls as the phone of whoever has this openid, which in production alone says who one is. */
async function asPhone<T>(openid: string, path: string, input: object): Promise<T> {
  calls += 1;
  const credential = { kind: 'openid', openid } as const;
  const { body } = await stage.product.serve({
    path,
    input,
    key: `a-city-starts-${calls}`,
    credential,
    caller: 'test',
  });
  if (!body.ok) throw new Error(`${path} was refused: ${JSON.stringify(body.error)}`);
  return body.data as T;
}
let calls = 0;

/** A browser that was let in by a phone, before 我的. */
async function comes(openid: string, where?: 'desk'): Promise<Person> {
  const person = await stage.phone();
  if (where === 'desk') await person.page.setViewportSize({ width: 1280, height: 800 });
  await person.open('account/signin', { back: link('me') });
  const [code] = (await person.reads('web-code')).split('\n');
  await asPhone(openid, 'people/signIn', {});
  const { request } = await asPhone<Seen>(openid, 'people/seeWebSignIn', { by: 'code', code });
  await asPhone(openid, 'people/confirmWebSignIn', { signInId: request.signInId });
  await person.arrives('me');
  await person.reads('use-code');
  return person;
}

test('from an empty production database, in browsers that phones let in, the clerk at a desk: a command, an edition, two regions that differ, staff by codes, an entry, a decision by two that was taken back once, an audit that holds', async () => {
  const { product } = stage;
  const taps = await walkCity({
    server: product,
    now: product.clock.now,
    comes,
    ask: asPhone,
    proves: 'staff',
    checks: 'rail-checks',
    async looksAt(clerk, uploadId) {
      await clerk.tap(`open-${uploadId}`);
      await clerk.reads('desk-documents');
      return 0;
    },
    due: product.told,
    pass: product.pass,
  });
  console.log(`A clerk's case at a desk, from the queue to decided: ${taps} taps.`);
}, 300_000);
