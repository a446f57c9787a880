import Taro from '@tarojs/taro';
import { onWeb } from '../spoken';

const reachable = 'input, textarea, select, [tabindex]';

/**
 * Brings the reader to the field of this id: in a browser it takes the focus; the mini program, which lets no page set
 * the focus by id, scrolls it into sight. Does nothing when there is no such field: WeChat tells that as a failure.
 */
export function focusField(id: string): void {
  if (onWeb) keepFocused(id, 12);
  else Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined);
}

/**
 * The platform's elements are drawn some frames after the page put them there, and lose the focus once on that way.
 * Whoever has meanwhile gone elsewhere is not called back.
 */
function keepFocused(id: string, frames: number): void {
  const field = document.getElementById(id);
  const target = field?.matches(reachable) ? field : field?.querySelector<HTMLElement>(reachable);
  if (target && document.activeElement !== target) {
    target.focus({ preventScroll: true });
    target.scrollIntoView?.({ block: 'center' });
  }
  if (frames === 0) return;
  requestAnimationFrame(() => {
    const held = document.activeElement;
    if (!target || held === target || held === document.body) keepFocused(id, frames - 1);
  });
}
