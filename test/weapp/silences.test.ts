import type { MiniProgram } from './host/open';
import { setStage } from './stage';

const stage = setStage();
type Call = { path: string; input: unknown; key: string | null };

/** A phone whose cloud does as `meet` says with each call: answers it, hangs or throws. */
async function facing(
  openid: string,
  start: string,
  meet: (call: Call, answer: () => Promise<unknown>) => Promise<unknown>,
): Promise<MiniProgram> {
  const behind = stage.cloud.behind(openid);
  const phone = await stage.phone(openid, {
    start,
    behind: {
      ...behind,
      callFunction: (name, data) => meet(data as Call, () => behind.callFunction(name, data)),
    },
  });
  return phone;
}

const hangs = () => new Promise<never>(() => undefined);
const complaint = '/packages/account/complaint/index';
const words = '窗口中午没有人值班。';

test('a change whose answer never comes is told after a while, and sent again it is done once', async () => {
  const keys: Array<string | null> = [];
  const { page, hurry, logged } = await facing('o-hanging', complaint, async ({ path, key }, answer) => {
    if (path !== 'people/sendFeedback') return answer();
    keys.push(key);
    const given = await answer();
    return keys.length === 1 ? hangs() : given;
  });
  await page.type('field-body', words);
  await hurry();
  await page.tap('send');
  await page.sees('等了很久没有回应，内容还在，请稍后重试');
  await page.tap('send');
  await page.sees('已收到');
  expect(keys[0]).toBe(keys[1]);
  expect(await stage.db.selectFrom('feedback').select('body').execute()).toEqual([{ body: words }]);
  expect(logged()).toEqual([expect.stringMatching(/^call failed people\/sendFeedback CALL_TIMED_OUT \d/)]);
});

test.each([
  [-501003, '今天的访问量已满，内容还在，请明天再试，或联系大赛工作人员'],
  [-501005, '小程序的云服务没有配置好，请联系大赛工作人员'],
])(
  'a cloud that answers every call with %i says so in words, once, and the operator is told',
  async (code, sentence) => {
    const { page, calls, logged } = await facing('o-refused', '/pages/policies/index', () =>
      Promise.reject(new Error(`errCode: ${code} | errMsg: refused by the test`)),
    );
    await page.reads('page-retry');
    await page.sees(sentence);
    const policies = logged().filter((line) => line.includes('policies/mine'));
    expect(policies).toHaveLength(1);
    expect(calls()).toBeLessThan(5);
  },
);

test('a cloud that is busy for a moment is asked again, and nobody is told', async () => {
  let refusals = 2;
  const { page } = await facing('o-busy', '/pages/policies/index', async ({ path }, answer) => {
    if (path !== 'policies/mine' || refusals === 0) return answer();
    refusals -= 1;
    throw new Error('errCode: -501004 | errMsg: concurrency limit');
  });
  await page.sees('创业担保贷款');
  expect(refusals).toBe(0);
});
