import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** What keys do at the desk; small and capital letters alike. `escape` leaves what one writes in, the others are for when nobody writes. */
export type DeskKeys = Readonly<Record<'1' | '2' | '3' | 'j' | 'k' | 'h' | 'l' | 'n' | 'escape', () => unknown>>;

const typed = 'input, textarea, select, [contenteditable], iframe, video';

/** Whether a key belongs to what somebody writes, plays or is asked. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return true;
  const writes = event.target instanceof Element && event.target.closest(typed) !== null;
  if (writes !== (event.key === 'Escape')) return true;
  // A sheet is fixed and has no parent of its place: that it is drawn is what shows it.
  const asking = Array.from(document.querySelectorAll('.xh-sheet, .taro-modal__content'));
  return asking.some((each) => each.getClientRects().length > 0);
}

/** In a browser, while the page is in front and nobody types: one key for each thing that is done again and again. */
export function useDeskKeys(keys: DeskKeys, active: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  const inFront = useRef(true);
  useDidShow(() => {
    inFront.current = true;
  });
  useDidHide(() => {
    inFront.current = false;
  });
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !active) return undefined;
    // Heard on its way down: the platform's fields keep it to themselves, and tell one of their own instead that names no key.
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key?.toLowerCase() as keyof DeskKeys];
      if (act === undefined || !inFront.current || isTaken(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [active]);
}
