import { View } from '@tarojs/components';
import { spoken } from '../../../../ui/spoken';

type Key = readonly [key: string, zh: string];

const going: readonly Key[] = [
  ['J', '下一行'],
  ['K', '上一行'],
  ['L', '下一部分'],
  ['H', '上一部分'],
  ['N', '下一个项目'],
];

const judging: readonly Key[] = [
  ['1', '无误'],
  ['2', '有误'],
  ['3', '本部分其余无误'],
  ['Esc', '写完返回'],
];

/** Which keys do what, above the decisions; those that judge are for whoever holds the entry. */
export function KeyHelp({ marks }: { marks: boolean }) {
  const keys = marks ? [...going, ...judging] : going;
  return (
    <View id="desk-keys" className="xh-desk-keys" {...spoken({ role: 'note', label: '按键' })}>
      {keys.map(([key, zh]) => (
        <View key={key} className="xh-desk-key-line">
          <View className="xh-desk-key">{key}</View>
          <View>{zh}</View>
        </View>
      ))}
    </View>
  );
}
