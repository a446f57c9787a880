import type { BrowserContext } from 'playwright-core';

/**
 * Sets a browser's day, whenever the tests run; timers keep running. It goes there as text: what a loader adds to functions for its
 * own use would not be known there.
 * @param now milliseconds, at the moment of this call
 */
export async function setBrowserClock(context: BrowserContext, now: number): Promise<void> {
  await context.addInitScript(`(() => {
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
