import { type Element as EaselElement, Event as EaselEvent } from 'glass-easel';

/** A DOM element that glass-easel made; it knows its node. */
export type Backed = HTMLElement & { __wxElement?: EaselElement };

/** Sends an event up from a node, as WeChat's own elements do. Taps bubble, a form control's events do not. */
export function emit(from: Backed, type: string, detail: object, bubbles = false): void {
  const node = from.__wxElement;
  if (node) EaselEvent.triggerEvent(node, type, detail, { bubbles, composed: bubbles });
}

type Source = { id: string; dataset: Record<string, unknown> | null };

/** What a handler in WeChat receives: plain data that has crossed from the view to the script, no live objects. */
export function asWeChatEvent(event: unknown): unknown {
  const { type, timeStamp, detail, mark, target, currentTarget } = event as {
    type: string;
    timeStamp: number;
    detail: unknown;
    mark: object | null;
    target: Source;
    currentTarget: Source;
  };
  const place = ({ id, dataset }: Source) => ({ id, offsetLeft: 0, offsetTop: 0, dataset: { ...dataset } });
  const plain = { type, timeStamp, detail, mark: { ...mark }, touches: [], changedTouches: [] };
  return JSON.parse(JSON.stringify({ ...plain, target: place(target), currentTarget: place(currentTarget) }));
}

/** What buttons may open, by their `open-type`; filled by `main.ts`. */
export const openings: Record<string, (button: Backed) => void> = {};

/** Every finished touch is a tap on the innermost node, unless it stands in a button that is disabled. */
export function listenForTaps(): void {
  document.addEventListener('click', (event) => {
    const touched = event.target instanceof globalThis.Element ? event.target : null;
    if (touched?.closest('.wx-over')) return;
    let from = touched as Backed | null;
    while (from && !from.__wxElement) from = from.parentElement;
    if (!from || from.closest('wx-button[disabled]')) return;
    emit(from, 'tap', { x: event.clientX, y: event.clientY }, true);
  });
}
