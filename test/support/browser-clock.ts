import type { BrowserContext, Disposable } from 'playwright-core';

/**
 * Sets a browser's day, or a page's, whenever the tests run; timers keep running, and the day holds until it is disposed of. It goes there as text: what a loader adds to functions for its
 * own use would not be known there.
 * @param now milliseconds, at the moment of this call
 */
export function setBrowserClock(where: Pick<BrowserContext, 'addInitScript'>, now: number): Promise<Disposable> {
  return where.addInitScript(`(() => {
    const Real = Date;
    const shift = ${now - Date.now()};
    globalThis.Date = class extends Real {
      constructor(...args) {
        if (args.length === 0) super(Real.now() + shift);
        else super(...args);
      }
      static now() {
        return Real.now() + shift;
      }
    };
  })()`);
}
