import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

type Kept = { stands: string; typed: string };

/** ms without a key: the device is written to at pauses, which on phones takes the script as long as some keys do. */
const pause = 300;

/** `leaveDevice` finds them by this beginning. */
const keyOf = (of: string) => `xinghuo-draft:typed:${of}`;

function keptOf(key: string): Kept | null {
  const kept: unknown = Taro.getStorageSync(key);
  return typeof kept === 'object' && kept !== null && 'typed' in kept ? (kept as Kept) : null;
}

/**
 * A text of a form that is sent as a whole. What was typed over what stands is kept on this device until it was sent: who goes back, or whose page is
 * closed, finds it again. Where somebody else changed what stands meanwhile, that is shown.
 * @param of what the text is of: the form, and whose
 * @param stands what the server has of it
 * @returns the text, what changes it, and what says that it was sent
 */
export function useTyped(of: string, stands = ''): [text: string, type: (text: string) => void, sent: () => void] {
  const key = keyOf(of);
  const [text, setText] = useState(() => {
    const kept = keptOf(key);
    return kept?.stands === stands ? kept.typed : stands;
  });
  const note = useRef<{ write: () => void; timer: ReturnType<typeof setTimeout> } | null>(null);
  const forget = () => {
    clearTimeout(note.current?.timer);
    note.current = null;
  };
  // Whoever goes within the pause has typed it all the same.
  useEffect(
    () => () => {
      clearTimeout(note.current?.timer);
      note.current?.write();
    },
    [],
  );
  const type = (typed: string) => {
    setText(typed);
    forget();
    const write = () => {
      note.current = null;
      if (typed === stands) Taro.removeStorageSync(key);
      else Taro.setStorageSync(key, { stands, typed } satisfies Kept);
    };
    note.current = { write, timer: setTimeout(write, pause) };
  };
  const sent = () => {
    forget();
    Taro.removeStorageSync(key);
  };
  return [text, type, sent];
}
