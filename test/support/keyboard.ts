import type { Locator, Page } from 'playwright-core';

/** What fingers do on a keyboard, key by key; `type` of a hand puts all in at once. */
export type Keyboard = {
  /** Goes into a field, to the end of what stands there or so many characters before it. */
  enter(id: string, before?: number): Promise<void>;
  /** Types into the field that was entered, a key every so many ms. */
  keys(words: string, everyMs?: number): Promise<void>;
  /** Holds the key down that takes away what stands before, until so many characters are gone. */
  erase(count: number): Promise<void>;
  /** Writes by an input method: letters appear one by one and are then replaced by what was chosen. */
  compose(letters: string, chosen: string, everyMs?: number): Promise<void>;
};

/** ms between two keys of a quick typist, and between two repeats of a key that is held. */
const keyEvery = 80;
const repeatEvery = 33;

/** @param control the field of an id that takes the keys */
export function keyboardOf(page: Page, control: (id: string) => Locator): Keyboard {
  return {
    async enter(id, before = 0) {
      await control(id).evaluate((field: HTMLInputElement | HTMLTextAreaElement, back) => {
        field.focus();
        const place = field.value.length - back;
        field.setSelectionRange(place, place);
      }, before);
    },
    keys: (words, everyMs = keyEvery) => page.keyboard.type(words, { delay: everyMs }),
    async erase(count) {
      for (let left = count; left > 0; left -= 1) {
        await page.keyboard.down('Backspace');
        await page.waitForTimeout(repeatEvery);
      }
      await page.keyboard.up('Backspace');
    },
    async compose(letters, chosen, everyMs = keyEvery) {
      const input = await page.context().newCDPSession(page);
      for (let typed = 1; typed <= letters.length; typed += 1) {
        await input.send('Input.imeSetComposition', {
          text: letters.slice(0, typed),
          selectionStart: typed,
          selectionEnd: typed,
        });
        await page.waitForTimeout(everyMs);
      }
      await input.send('Input.insertText', { text: chosen });
      await input.detach();
    },
  };
}
