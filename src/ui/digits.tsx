import { View } from '@tarojs/components';
import { spoken } from './spoken';

/** `138****5678` as it is read out: 1 3 8，隐藏 4 位，5 6 7 8. */
export const spelled = (number: string): string =>
  number
    .split(/(\*+)|-/)
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (part.startsWith('*') ? `隐藏 ${part.length} 位` : part.split('').join(' ')))
    .join('，');

/** A number that nobody counts with, such as a phone's: seen as it stands, read aloud digit by digit. The id is of what is seen. */
export function Digits({ id, children }: { id?: string; children: string }) {
  const named = id === undefined ? {} : { id };
  if (!/\d/.test(children)) {
    return (
      <View {...named} className="xh-number">
        {children}
      </View>
    );
  }
  return (
    <View className="xh-digits xh-number">
      <View {...named} {...spoken({ hidden: true })}>
        {children}
      </View>
      <View className="xh-unseen">{spelled(children)}</View>
    </View>
  );
}
