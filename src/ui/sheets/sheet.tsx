import { ScrollView, View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusField } from '../fields/focus-field';
import { Icon } from '../icons/icon';
import { onWeb, pressable, spoken } from '../spoken';
import { InSheet } from './in-sheet';

interface Props {
  id: string;
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** The page beneath is out of reach while the sheet is open: from its last control the focus goes to its first, and back. */
function keepWithin(id: string, event: KeyboardEvent): void {
  const reachable = 'input, textarea, select, [tabindex="0"]';
  const within = Array.from(document.getElementById(id)?.querySelectorAll<HTMLElement>(reachable) ?? []);
  const last = within[within.length - 1];
  const [from, to] = event.shiftKey ? [within[0], last] : [last, within[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}

/**
 * A sheet from the bottom for a short matter of the page beneath. Closed by its cross, the shade, or Escape; the focus comes in with it
 * and goes back after. In WeChat a finger that draws on it does not move the page beneath, so that what is long scrolls within.
 */
export function Sheet({ id, open, title, onClose, children }: Props) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return undefined;
    const before = document.activeElement;
    document.documentElement.classList.add('xh-sheet-open');
    focusField(`${id}-close`);
    const panel = document.getElementById(id);
    // On its way to a field, for fields keep their keys to themselves. A key that an input method takes is not for the sheet.
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) close.current();
      if (event.key === 'Tab') keepWithin(id, event);
    };
    panel?.addEventListener('keydown', onKey, true);
    return () => {
      panel?.removeEventListener('keydown', onKey, true);
      document.documentElement.classList.remove('xh-sheet-open');
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [open, id]);
  if (!open) return null;
  return (
    <View className="xh-sheet" {...(onWeb ? {} : { catchMove: true })}>
      <View className="xh-sheet-shade" onClick={onClose} {...spoken({ hidden: true })} />
      <View id={id} className="xh-sheet-panel" {...spoken({ role: 'dialog', label: title, modal: true })}>
        <View className="xh-sheet-head">
          <View className="xh-sheet-title" {...spoken({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <View
            id={`${id}-close`}
            className="xh-sheet-close"
            onClick={onClose}
            {...pressable(onClose)}
            {...spoken({ role: 'button', label: '关闭' })}
          >
            <Icon name="x" />
          </View>
        </View>
        <InSheet.Provider value={true}>
          {onWeb ? (
            <View className="xh-sheet-body">{children}</View>
          ) : (
            <ScrollView className="xh-sheet-scroll" scrollY>
              <View className="xh-sheet-body">{children}</View>
            </ScrollView>
          )}
        </InSheet.Provider>
      </View>
    </View>
  );
}
