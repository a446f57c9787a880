import type { Request } from 'playwright-core';
import type { Person } from '../support/person';
import type { View } from './sittings';

/** Opens pages for a person, one after the other, and waits until each stands still. */
export function viewer(person: Person): (view: View) => Promise<void> {
  const { page } = person;
  const asked = new Set<Request>();
  page.on('request', (request) => void asked.add(request));
  page.on('requestfinished', (request) => void asked.delete(request));
  page.on('requestfailed', (request) => void asked.delete(request));

  /** Everything asked for has come and is drawn; nothing is still fading in. */
  const settled = async (): Promise<void> => {
    const drawn = () =>
      page.evaluate(async () => {
        await new Promise((drawnTwice) => requestAnimationFrame(() => requestAnimationFrame(drawnTwice)));
        const moves = document
          .getAnimations()
          .some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
        return !moves && document.querySelector('.xh-page') !== null && document.querySelector('.xh-skeleton') === null;
      });
    while (!(await drawn()) || asked.size > 0);
  };
  return async ({ route, params = {}, taps = [] }) => {
    await person.open(route, params);
    await settled();
    for (const id of taps) {
      await person.tap(id);
      await settled();
    }
  };
}
