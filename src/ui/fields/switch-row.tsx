import { View } from '@tarojs/components';
import { classes } from '../classes';
import { pressable, spoken } from '../spoken';

interface Props {
  id: string;
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** A setting that takes effect at once, said in a word beside the switch. */
export function SwitchRow({ id, label, hint, checked, onChange, disabled = false }: Props) {
  const turn = () => {
    if (!disabled) onChange(!checked);
  };
  return (
    <View
      id={id}
      className={classes('xh-choice', 'xh-press', checked && 'xh-switch-on', disabled && 'xh-choice-disabled')}
      hoverClass={disabled ? 'none' : 'xh-pressed'}
      onClick={turn}
      {...pressable(turn, !disabled)}
      {...spoken({ role: 'switch', checked, disabled: disabled || undefined })}
    >
      <View className="xh-choice-text">
        <View>{label}</View>
        {hint ? <View className="xh-choice-hint">{hint}</View> : null}
      </View>
      <View className="xh-switch-word" {...spoken({ hidden: true })}>
        {checked ? '已开' : '已关'}
      </View>
      <View className="xh-switch-track">
        <View className="xh-switch-knob" />
      </View>
    </View>
  );
}
