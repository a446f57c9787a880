import { link } from '../../src/shared/routes';
import type { View } from '../journeys/sittings';
import type { MiniProgram } from './host/open';
import type { Stage } from './stage';

type Weapp = { go(name: 'reLaunch', options: { url: string }): Promise<void> };

export type Viewer = { phone: MiniProgram; show(view: View): Promise<void> };

/** A phone on which pages are opened one after the other, each waited for until it stands still. */
export async function openViewer(stage: Stage, openid: string, width: number): Promise<Viewer> {
  const call = stage.cloud.callAs(openid);
  let asked = 0;
  const callFunction = async (name: string, data: unknown): Promise<unknown> => {
    asked += 1;
    return call(name, data).finally(() => {
      asked -= 1;
    });
  };
  const phone = await stage.phone(openid, { width, behind: { callFunction } });
  const { page, window } = phone;

  /** Everything asked for has come and is drawn. */
  const settled = async (): Promise<void> => {
    const drawn = () =>
      window.evaluate(async () => {
        await new Promise((drawnTwice) => requestAnimationFrame(() => requestAnimationFrame(drawnTwice)));
        const front = document.querySelector('.wx-frame:not([hidden])');
        return !!front?.querySelector('.xh-page') && front.querySelector('.xh-skeleton') === null;
      });
    // A second look, since an answer that has just come may lead to the next question.
    while (!(await drawn()) || asked > 0 || !(await drawn()) || asked > 0);
  };
  const show = async ({ route, params = {}, taps = [] }: View): Promise<void> => {
    await window.evaluate(
      (url) => (globalThis as unknown as { weapp: Weapp }).weapp.go('reLaunch', { url }),
      link(route, params),
    );
    await settled();
    for (const id of taps) {
      await page.tap(id);
      await settled();
    }
  };
  return { phone, show };
}
