import type { Request } from 'playwright-core';
import { isTab, link } from '../../src/shared/routes';
import type { Person } from '../support/person';
import type { View } from './sittings';

/**
 * Opens pages for a person, one after the other, and waits until each stands still. A page is opened within the app, as by a step of the browser's history: it takes the place of
 * the one before, and scripts are neither fetched nor begun anew. Tabs, which would stay, and what follows a question of the platform's come by their address, as from a bookmark.
 */
export function viewer(person: Person): (view: View, how?: 'within' | 'by its address') => Promise<void> {
  const { page } = person;
  const asked = new Set<Request>();
  page.on('request', (request) => void asked.add(request));
  page.on('requestfinished', (request) => void asked.delete(request));
  page.on('requestfailed', (request) => void asked.delete(request));
  let within = false;

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
    // A second look, since an answer that has just come may lead to the next question.
    while (!(await drawn()) || asked.size > 0 || !(await drawn()) || asked.size > 0);
  };
  /** The page that was in front has gone. */
  const steps = (address: string) =>
    page.evaluate(async (to) => {
      const before = document.querySelector('.xh-page');
      window.history.pushState(null, '', to);
      window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
      while (before?.isConnected) await new Promise((drawn) => requestAnimationFrame(drawn));
    }, address);
  return async ({ route, params = {}, taps = [], asks = false }, how = 'within') => {
    if (how === 'within' && within && !isTab(route)) await steps(link(route, params));
    else await person.open(route, params);
    within = !asks;
    await settled();
    for (const id of taps) {
      await person.tap(id);
      await settled();
    }
  };
}
