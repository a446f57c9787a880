import { Button as TaroButton, View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { classes } from './classes';
import { pressable, spoken } from './spoken';

interface Props {
  id: string;
  kind?: 'primary' | 'secondary' | 'danger' | 'text';
  /** Work started elsewhere is under way. */
  busy?: boolean;
  disabled?: boolean;
  /** When it gives a promise, the button is busy until that settles. */
  onTap: () => unknown;
  /** The name read aloud, where the words shown do not suffice. */
  label?: string;
  children: ReactNode;
}

/** A button. A second tap while the first one's work runs is ignored, so that nothing is done twice. */
export function Button({ id, kind = 'primary', busy = false, disabled = false, onTap, label, children }: Props) {
  const running = useRef(false);
  const mounted = useRef(true);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const tap = async () => {
    if (running.current || busy || disabled) return;
    running.current = true;
    try {
      const work = onTap();
      if (work instanceof Promise) {
        setWaiting(true);
        await work;
      }
    } finally {
      running.current = false;
      if (mounted.current) setWaiting(false);
    }
  };

  const atWork = busy || waiting;
  return (
    <TaroButton
      id={id}
      className={classes('xh-button', `xh-button-${kind}`, disabled && 'xh-button-disabled')}
      hoverClass={disabled || atWork ? 'none' : 'xh-pressed'}
      {...(disabled ? { disabled } : {})}
      onClick={tap}
      {...pressable(tap, !disabled)}
      {...spoken({ role: 'button', label, disabled: disabled || undefined, busy: atWork || undefined })}
    >
      {atWork ? <View className="xh-button-ring" {...spoken({ hidden: true })} /> : null}
      {children}
    </TaroButton>
  );
}
