import { link } from '../../src/shared/routes';
import { submittedEntry } from '../support/entry-factory';
import type { Person } from '../support/person';
import { settles } from '../support/settles';
import { setStage } from './stage';

const stage = setStage({ mode: 'production' });
const clerk = 'clerk-puxian-1';

type Seen = { request: { signInId: string; deviceZh: string; matchNumber: string } };
type Devices = { devices: Array<{ deviceId: string; deviceZh: string; current: boolean }> };

/** A browser on a desk, at the page where one signs in. */
async function atTheDesk(back: string): Promise<Person> {
  const pc = await stage.phone();
  await pc.page.setViewportSize({ width: 1280, height: 800 });
  await pc.open('account/signin', { back });
  return pc;
}

/** What the clerk does on the phone: types the code, compares the number, confirms. */
async function confirmOnPhone(pc: Person): Promise<void> {
  const shown = await pc.reads('web-code');
  const { request } = await stage.product.ask<Seen>(clerk, 'people/seeWebSignIn', {
    by: 'code',
    code: shown.split('\n')[0] ?? '',
  });
  expect(request.deviceZh).toContain('Chrome 浏览器');
  expect(await pc.reads('web-match')).toBe(request.matchNumber);
  await stage.product.ask(clerk, 'people/confirmWebSignIn', { signInId: request.signInId });
}

test('in production a browser is signed in by a phone, and a clerk judges at the desk by keys, until the phone ends it', async () => {
  const { product } = stage;
  const { entryId } = await submittedEntry(product, { title: '蒲县云上药谷', group: 'start_up' });
  const queue = link('staff/queue');
  const pc = await atTheDesk(queue);
  await pc.at('web-qr').waitFor();
  expect(await pc.page.locator('[id^="persona-"]').count()).toBe(0);
  await confirmOnPhone(pc);
  await pc.arrives('staff/queue');
  await pc.sees('已用“蒲县审核人员一”的身份登录');

  await pc.tap(`row-${entryId}`);
  await pc.tap('claim');
  // The first document stands beside the form as soon as it is the clerk's, by an address that the browser alone could not have opened.
  const frame = pc.page.locator('#desk-documents iframe, #desk-documents img').first();
  await frame.waitFor();
  const file = await pc.page.evaluate(
    async (src) => (await fetch(src)).status,
    (await frame.getAttribute('src')) ?? '',
  );
  expect(file).toBe(200);

  const parts = await pc.page.locator('[id^="rail-"]:not(#rail-form):not(#rail-checks):not(#rail-story)').count();
  for (let part = 0; part < parts; part += 1) {
    await pc.page.keyboard.press('l');
    if (part !== 1) {
      await pc.page.keyboard.press('1');
      await pc.page.keyboard.press('3');
      continue;
    }
    // The second row of the part is wrong: its words are typed at once, where keys are letters, and Escape leads back.
    await pc.page.keyboard.press('j');
    await pc.page.keyboard.press('2');
    await pc.page.waitForFunction(() => document.activeElement?.matches('textarea'));
    await pc.page.keyboard.type('请写明 1 户还是 2 户');
    await pc.page.keyboard.press('Escape');
    await pc.page.waitForFunction(() => document.activeElement?.matches('.xh-row-current'));
    await pc.page.keyboard.press('3');
  }
  await pc.page.keyboard.press('k');
  type Marked = {
    sections: Array<{ verdict: string; fields: string[]; lines: Array<{ field: string }>; comment: string }>;
  };
  const marks = async () =>
    (await product.ask<Marked>(clerk, 'screening/review', { entryId })).sections.map(
      ({ verdict, fields, lines, comment }) =>
        verdict === 'fault'
          ? `${fields.map((field) => lines.findIndex((line) => line.field === field))} ${comment}`
          : verdict,
    );
  const wanted = Array.from({ length: parts }, (_, part) => (part === 1 ? '1 请写明 1 户还是 2 户' : 'ok'));
  expect(await settles(marks, (seen) => String(seen) === String(wanted))).toEqual(wanted);
  // The pane of the form scrolls by itself: the page stays where it is.
  expect(await pc.page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);

  const { devices } = await product.ask<Devices>(clerk, 'people/devices');
  const web = devices.find(({ deviceZh }) => deviceZh.includes('Chrome'));
  await product.ask(clerk, 'people/endDevice', { deviceId: web?.deviceId });
  await pc.openLink(link('staff/review', { entryId }));
  await pc.sees('请先登录');
});

test('who signs out on the web is out, and the page asks for a new code', async () => {
  const pc = await atTheDesk(link('me'));
  await confirmOnPhone(pc);
  await pc.arrives('me');
  await pc.tap('sign-out');
  await pc.arrives('home');
  const { devices } = await stage.product.ask<Devices>(clerk, 'people/devices');
  expect(devices.filter(({ deviceZh }) => deviceZh.includes('Chrome'))).toEqual([]);
  await pc.open('account/signin');
  await pc.at('web-code').waitFor();
});
