type Stand = Record<string, jest.Mock> & { cloud: Record<string, jest.Mock> };
type Session = typeof import('../../../src/client/session/session');
type Leaving = typeof import('../../../src/client/session/leave-device');
type Transport = typeof import('../../../src/client/transport/transport');
type SignIn = typeof import('../../../src/client/session/sign-in-by-platform');
type Opened = {
  taro: Stand;
  kept: Map<string, unknown>;
  session: Session;
  leaving: Leaving;
  transport: Transport['transport'];
  signIn: SignIn;
};

/** A device as it is built for one home, with a storage of its own. */
function openDevice(home: 'cloud' | 'server'): Opened {
  const before = process.env.TARO_APP_HOME;
  process.env.TARO_APP_HOME = home;
  const kept = new Map<string, unknown>();
  let opened: Opened | undefined;
  jest.isolateModules(() => {
    const taro = require('@tarojs/taro') as Stand;
    taro.getStorageSync?.mockImplementation((key: string) => kept.get(key) ?? '');
    taro.setStorageSync?.mockImplementation((key: string, value: unknown) => void kept.set(key, value));
    taro.removeStorageSync?.mockImplementation((key: string) => void kept.delete(key));
    taro.getStorageInfoSync = jest.fn(() => ({ keys: [...kept.keys()] }));
    taro.cloud = { init: jest.fn(), callFunction: jest.fn() };
    opened = {
      taro,
      kept,
      session: require('../../../src/client/session/session'),
      leaving: require('../../../src/client/session/leave-device'),
      transport: require('../../../src/client/transport/transport').transport,
      signIn: require('../../../src/client/session/sign-in-by-platform'),
    };
  });
  process.env.TARO_APP_HOME = before;
  if (!opened) throw new Error('The device was not opened.');
  return opened;
}

test.each(['cloud', 'server'] as const)(
  'in the home %s, leaving takes everything of the person off the device',
  (home) => {
    const { kept, session, leaving } = openDevice(home);
    if (home === 'server') session.keepSession('a-token');
    kept.set('xinghuo-elder', 'yes');
    expect([session.signedIn(), leaving.holdsUnsent()]).toEqual([true, false]);
    kept.set('xinghuo-draft:entry-1:project', { values: { title: '山货' } });
    expect(leaving.holdsUnsent()).toBe(true);
    let answers: string | null = '1998-02-03';
    leaving.onLeaving(() => {
      answers = null;
    });
    leaving.leaveDevice();
    expect([session.signedIn(), answers]).toEqual([false, null]);
    expect([...kept.keys()].sort()).toEqual(
      home === 'cloud' ? ['xinghuo-elder', 'xinghuo-visitor'] : ['xinghuo-elder'],
    );
  },
);

test('in the cloud calls after leaving are a visitor’s, until one signs in again', async () => {
  const { taro, session, leaving, transport, signIn } = openDevice('cloud');
  const visitors = () => taro.cloud.callFunction?.mock.calls.map(([{ data }]) => data.visitor === true);
  taro.cloud.callFunction?.mockResolvedValue({ result: { ok: true, data: { ok: true } } });
  await transport('people/me', {}, null);
  leaving.leaveDevice();
  await transport('competition/home', {}, null);
  await signIn.signInByPlatform();
  await transport('people/me', {}, null);
  expect(visitors()).toEqual([false, true, false, false]);
  expect(session.signedIn()).toBe(true);
});

test('in the cloud whom the server does not know is offered to sign in, and a sign-in that fails leaves all as it was', async () => {
  const { taro, session, transport, leaving, signIn } = openDevice('cloud');
  let told = 0;
  session.onSessionChange(() => {
    told += 1;
  });
  const refused = { ok: false, error: { code: 'UNAUTHENTICATED', message: '请先登录' } };
  taro.cloud.callFunction?.mockResolvedValueOnce({ result: refused });
  await transport('people/me', {}, null);
  expect([session.signedIn(), told]).toEqual([false, 1]);
  leaving.leaveDevice();
  taro.cloud.callFunction?.mockResolvedValueOnce({ result: { ok: false, error: { code: 'BUSY', message: '忙' } } });
  await expect(signIn.signInByPlatform()).rejects.toMatchObject({ code: 'BUSY' });
  expect([session.signedIn(), session.isVisitor()]).toEqual([false, true]);
});
