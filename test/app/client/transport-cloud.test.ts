import type Taro from '@tarojs/taro';

type Session = typeof import('../../../src/client/session/session');
type Cloud = typeof import('../../../src/client/transport/transport-cloud');
type SignIn = typeof import('../../../src/client/session/sign-in-by-platform');

type Built = { session: Session; cloud: Cloud; signIn: SignIn };

/** The client as it is built for WeChat's cloud, loaded anew, whose calls are answered when the test says so. */
function builtForCloud() {
  const asked: Array<{ path: string; answer: (result: unknown) => void }> = [];
  const callFunction = ({ data: { path } }: { data: { path: string } }) =>
    new Promise((answer) => void asked.push({ path, answer: (result) => answer({ result }) }));
  const home = process.env.TARO_APP_HOME;
  process.env.TARO_APP_HOME = 'cloud';
  try {
    return { asked, ...loadedWith({ init: () => undefined, callFunction }) };
  } finally {
    process.env.TARO_APP_HOME = home;
  }
}

function loadedWith(cloud: object): Built {
  const built = {} as Built;
  jest.isolateModules(() => {
    Object.assign(require('@tarojs/taro') as typeof Taro, { cloud });
    Object.assign(built, {
      session: require('../../../src/client/session/session'),
      cloud: require('../../../src/client/transport/transport-cloud'),
      signIn: require('../../../src/client/session/sign-in-by-platform'),
    });
  });
  return built;
}

const nobody = { ok: false, error: { code: 'UNAUTHENTICATED', message: '请先登录' } };
const turn = () => new Promise((done) => setTimeout(done, 0));

test('a page that asks who is there while somebody signs in for the first time does not sign out again, whenever it is answered', async () => {
  const { asked, session, cloud, signIn } = builtForCloud();
  const me = () => cloud.callCloud({ path: 'people/me', input: {}, key: null, patience: 1000 });
  const first = me();
  asked[0]?.answer(nobody);
  await first;
  expect(session.signedIn()).toBe(false);

  const signing = signIn.signInByPlatform();
  const [early, late] = [me(), me()];
  await turn();
  const [, signed, before, after] = asked;
  expect(signed?.path).toBe('people/signIn');
  before?.answer(nobody);
  await early;
  signed?.answer({ ok: true, data: { ok: true } });
  await signing;
  expect(session.signedIn()).toBe(true);
  after?.answer(nobody);
  await late;
  expect(session.signedIn()).toBe(true);

  const ended = me();
  asked[4]?.answer(nobody);
  await ended;
  expect(session.signedIn()).toBe(false);
});
