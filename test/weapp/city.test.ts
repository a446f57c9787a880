import { walkCity } from '../support/city';
import { fixedNow } from '../support/fixed-clock';
import type { MiniProgram } from './host/open';
import { setStage } from './stage';

const stage = setStage({ empty: true });

test('from an empty production database, on phones alone: a command, an edition, staff by codes, an entry by hand, a decision by two that was taken back once, an audit that holds', async () => {
  const { cloud } = stage;
  const phones = new Map<string, MiniProgram>();
  let calls = 0;
  const taps = await walkCity({
    server: stage.home.server,
    now: () => fixedNow,
    async comes(openid) {
      const phone = await stage.phone(openid, { privacy: 'agreed', start: '/pages/me/index' }, 'stranger');
      phones.set(openid, phone);
      await phone.page.tap('sign-in');
      await phone.page.tap('sign-in-wechat');
      await phone.page.arrives('me');
      await phone.page.reads('use-code');
      return phone.page;
    },
    async ask(openid, path, input) {
      calls += 1;
      const asked = { path, input, key: `a-city-starts-${calls}` };
      const answer = (await cloud.callAs(openid)('api', asked)) as { ok: boolean; data: never };
      if (!answer.ok) throw new Error(`${path} was refused: ${JSON.stringify(answer)}`);
      return answer.data;
    },
    proves: 'entrants',
    checks: 'review-tab-checks',
    async looksAt(clerk, uploadId, nth) {
      await clerk.tap(`open-${uploadId}`);
      await phones.get('o-clerk')?.shown(nth);
      // WeChat's viewer is put away.
      return 1;
    },
    due: cloud.timer,
    pass: async (ms) => cloud.pass(ms),
  });
  console.log(`A clerk's case on a phone, from the queue to decided: ${taps} taps.`);
}, 300_000);
