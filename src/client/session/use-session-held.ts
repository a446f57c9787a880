import { useEffect, useState } from 'react';
import { onSessionChange, signedIn } from './session';

/** Whether this device holds a session, kept current when it begins or ends. */
export function useSessionHeld(): boolean {
  const [held, setHeld] = useState(signedIn);
  useEffect(() => onSessionChange(() => setHeld(signedIn())), []);
  return held;
}
