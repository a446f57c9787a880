import Taro from '@tarojs/taro';
import { onWeb } from './spoken';

const reachable = 'input, textarea, select, [tabindex]';

/**
 * Brings the reader to the field of this id: in a browser it takes the focus; the mini program, which lets no page set
 * the focus by id, scrolls it into sight. Does nothing when there is no such field.
 */
export function focusField(id: string): void {
  if (onWeb) focusSoon(id, 20);
  else void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 });
}

/** The platform's elements take no focus until they have been drawn, some frames after the page put them there. */
function focusSoon(id: string, frames: number): void {
  const field = document.getElementById(id);
  const target = field?.matches(reachable) ? field : field?.querySelector<HTMLElement>(reachable);
  target?.focus({ preventScroll: true });
  if (target && document.activeElement === target) target.scrollIntoView?.({ block: 'center' });
  else if (frames > 0) requestAnimationFrame(() => focusSoon(id, frames - 1));
}
