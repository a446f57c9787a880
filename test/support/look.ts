/** Where to look, and the least size of what is touched and of words, in px. */
export type Asked = { within: string; target: number; text: number };

/**
 * What a finger, an eye and a screen reader meet on the page in front: every control has a name and room for a finger, every
 * word is large, clear and whole, nothing is said by colour alone, errors are tied to their fields. Runs in the page, and
 * so names nothing outside itself.
 * @returns a sentence for each fault
 */
export function look({ within, target, text }: Asked): string[] {
  type Ink = readonly [red: number, green: number, blue: number, alpha: number];
  const all = Array.from(document.querySelectorAll<HTMLElement>(within)).flatMap((root) =>
    Array.from(root.querySelectorAll<HTMLElement>('*')),
  );
  const box = (each: Element) => each.getBoundingClientRect();
  const shown = all.filter((each) => each.checkVisibility() && box(each).height > 0 && box(each).width > 1);
  const some = (selector: string) => shown.filter((each) => each.matches(selector));
  const style = (each: Element, part?: string) => getComputedStyle(each, part);
  const px = (length: string) => Number.parseFloat(length);
  /** To half a pixel: sizes in parts of the window's width are not whole. */
  const half = (length: number) => Math.round(length * 2) / 2;
  const words = (each: HTMLElement) => each.innerText.trim();
  /** Ids that begin with a line are made up by Taro. */
  const id = (each: Element | null) => (each && !each.id.startsWith('_') ? each.id : '');
  const name = (each: HTMLElement) =>
    id(each) || words(each).slice(0, 20) || id(each.closest('[id]')) || each.className;
  const faults: string[] = [];
  const blame = (these: readonly HTMLElement[], why: (each: HTMLElement) => string | false) => {
    for (const each of these) {
      const fault = why(each);
      if (fault !== false) faults.push(`${name(each)} ${fault}`);
    }
  };

  const ink = (css: string): Ink => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const lay = (top: Ink, under: Ink): Ink => {
    const mix = (i: 0 | 1 | 2) => top[i] * top[3] + under[i] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  /** Asked of every word, and the same all the way up. */
  const grounds = new Map<Element | null, Ink>([[null, [255, 255, 255, 1]]]);
  const ground = (each: Element | null): Ink => {
    const known = grounds.get(each);
    if (known || each === null) return known ?? [255, 255, 255, 1];
    const own = ink(style(each).backgroundColor);
    const found = own[3] === 1 ? own : lay(own, ground(each.parentElement));
    grounds.set(each, found);
    return found;
  };
  const light = (colour: Ink) => {
    const part = (i: 0 | 1 | 2) =>
      colour[i] / 255 <= 0.04045 ? colour[i] / 255 / 12.92 : ((colour[i] / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
  };
  const ratio = (css: string, under: Ink) => {
    const [a, b] = [light(lay(ink(css), under)), light(under)];
    return Math.round(((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)) * 100) / 100;
  };
  const pale = (css: string, under: Ink, least: number) => {
    const found = ratio(css, under);
    return found < least && `stands out only ${found}:1`;
  };

  const roles = ['button', 'radio', 'checkbox', 'switch', 'tab', 'link'].map((role) => `[role=${role}]`).join();
  const fields = 'input, select, textarea, wx-input, wx-textarea, wx-picker';
  // What the platform puts into its own field is not a control of its own.
  const controls = some(`${roles}, a[href], button, wx-button, ${fields}`).filter(
    (each) => !each.parentElement?.matches('wx-input, wx-textarea'),
  );
  blame(controls, (each) => (each.getAttribute('aria-label') ?? words(each)).trim() === '' && 'has no name');
  blame(controls, (each) => {
    const { height, width } = box(each.matches(fields) ? (each.closest('.xh-input') ?? each) : each);
    return (half(height) < target || half(width) < target) && `is ${half(width)} by ${half(height)} px`;
  });
  blame(some(fields), (each) => half(box(each).height) < target - 4 && `answers over ${half(box(each).height)} px`);

  const written = shown.filter((each) =>
    Array.from(each.childNodes).some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim()),
  );
  blame(written, (each) => px(style(each).fontSize) < text - 0.01 && `has words of ${px(style(each).fontSize)} px`);
  blame(written, (each) => {
    const { lineHeight, fontSize } = style(each);
    return px(lineHeight) < px(fontSize) * 1.3 - 0.1 && `has lines of ${lineHeight} for words of ${fontSize}`;
  });
  blame(written, (each) => {
    const { fontSize, fontWeight, color } = style(each);
    const large = px(fontSize) >= 24 || (px(fontSize) >= 18.66 && Number(fontWeight) >= 700);
    return pale(color, ground(each), large ? 3 : 4.5);
  });
  blame(some('input[placeholder], textarea[placeholder]'), (each) =>
    pale(style(each, '::placeholder').color, ground(each), 4.5),
  );
  blame(some('.xh-icon'), (each) => pale(style(each).backgroundColor, ground(each.parentElement), 3));
  blame(some('.xh-input, .xh-box'), (each) => pale(style(each).borderTopColor, ground(each.parentElement), 3));
  blame(some('.xh-switch-track'), (each) => pale(style(each).backgroundColor, ground(each.parentElement), 3));

  blame(shown, (each) => {
    const cut = style(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
    return cut && !each.matches('input') && words(each) !== '' && `cuts off its words: ${words(each).slice(0, 20)}`;
  });
  blame(shown, (each) => (box(each).right > innerWidth + 0.5 || box(each).left < -0.5) && 'reaches out of the window');

  blame(some('.xh-tag, .xh-notice, .xh-field-error'), (each) => words(each) === '' && 'says nothing');
  blame(some('.xh-notice, .xh-field-error'), (each) => {
    const told = each.localName.startsWith('wx-') ? '[aria-live]' : '[role=alert], [role=status]';
    return !each.matches(told) && 'is not read out when it comes';
  });
  blame(some('[aria-describedby]'), (each) => {
    const gone = (each.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => !document.getElementById(id));
    return gone.length > 0 && `is described by ${gone.join()}, which is not there`;
  });
  blame(some('[aria-invalid=true]'), (each) => {
    const ids = (each.getAttribute('aria-describedby') ?? '').split(' ');
    const errors = ids.map((id) => document.getElementById(id)).filter((error) => error?.matches('.xh-field-error'));
    return errors.length === 0 && 'is wrong, and does not say why';
  });
  blame(some('.xh-button, .xh-segment'), (each) => {
    const said = words(each);
    const range = document.createRange();
    range.selectNodeContents(each);
    const lines = new Set(Array.from(range.getClientRects()).map(({ top }) => Math.round(top))).size;
    return said.length <= 6 && lines > 1 && each.childElementCount === 0 && 'breaks a short word over lines';
  });
  // What sticks to the bottom leaves two thirds of the window to what is read.
  blame(some('.xh-page-action'), (each) => {
    const part = box(each).height / innerHeight;
    return innerHeight < 600 && part > 1 / 3 && `takes ${Math.round(part * 100)} % of the window`;
  });
  const titles = some('[role=heading][aria-level="1"]');
  // A heading only for readers has no size.
  const unseen = all.filter((each) => each.matches('.xh-unseen[role=heading]'));
  if (titles.length + unseen.length !== 1) faults.push(`${titles.length + unseen.length} headings of the first level`);
  return faults;
}
