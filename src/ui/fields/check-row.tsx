import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../classes';
import { Icon } from '../icons/icon';
import { pressable, spoken } from '../spoken';

interface Props {
  id: string;
  /** What one agrees to or confirms; also its name read aloud. */
  label: string;
  /** Never ticked beforehand: without it the box is empty. */
  checked?: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  error?: string | undefined;
  disabled?: boolean;
}

/** A box to tick, with its sentence. */
export function CheckRow({ id, label, checked = false, onChange, hint, error, disabled = false }: Props) {
  const turn = () => {
    if (!disabled) onChange(!checked);
  };
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter((name) => name !== '').join(' ');
  return (
    <View>
      <View
        id={id}
        className={classes('xh-choice', 'xh-press', disabled && 'xh-choice-disabled')}
        hoverClass={disabled ? 'none' : 'xh-pressed'}
        onClick={turn}
        {...pressable(turn, !disabled)}
        {...spoken({
          role: 'checkbox',
          label,
          checked,
          disabled: disabled || undefined,
          invalid: error ? true : undefined,
          describedby: described === '' ? undefined : described,
        })}
      >
        <View className={classes('xh-box', checked && 'xh-box-on')}>
          {checked ? <Icon name="check" size={18} /> : null}
        </View>
        <View className="xh-choice-text">{label}</View>
      </View>
      {hint ? (
        <View id={`${id}-hint`} className="xh-choice-hint">
          {hint}
        </View>
      ) : null}
      {error ? (
        <View id={`${id}-error`} className="xh-field-error" {...spoken({ role: 'alert' })}>
          <Icon name="circle-alert" />
          <View>{error}</View>
        </View>
      ) : null}
    </View>
  );
}
