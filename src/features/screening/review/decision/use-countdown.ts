import { useEffect, useRef, useState } from 'react';

const secondMs = 1000;
/** So often it is asked again whether what is due has happened. */
const againMs = 3000;

/**
 * Counts down from what the server said, whatever clock the phone has.
 * @param seconds as of the answer; null: nothing runs
 * @param onOver called when it is over, and again with each answer that says so
 * @returns the seconds left
 */
export function useCountdown(seconds: number | null, onOver: () => void): number | null {
  const [left, setLeft] = useState(seconds);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    setLeft(seconds);
    if (seconds === null) return undefined;
    const until = Date.now() + seconds * secondMs;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - Date.now()) / secondMs));
      setLeft(now);
      if (now === 0 && Date.now() - until >= againMs) over.current();
    }, secondMs);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}

/** `9:41` */
export const clockZh = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
