import Taro from '@tarojs/taro';
import { onWeb } from './spoken';

const reachable = 'input, textarea, select, [tabindex]';

/**
 * Brings the reader to the field of this id: in a browser it takes the focus; the mini program, which lets no page set
 * the focus by id, scrolls it into sight. Does nothing when there is no such field.
 */
export function focusField(id: string): void {
  if (!onWeb) {
    void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 });
    return;
  }
  const field = document.getElementById(id);
  const target = field?.matches(reachable) ? field : field?.querySelector<HTMLElement>(reachable);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView?.({ block: 'center' });
}
