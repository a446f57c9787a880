import { View } from '@tarojs/components';
import { spoken } from '../../ui/spoken';
import type { Answer } from './answers';
import './policies.scss';

const parts = [
  { stand: 'pass', zh: '符合' },
  { stand: 'near', zh: '差一点' },
  { stand: 'unknown', zh: '还不清楚' },
  { stand: 'fail', zh: '不符合' },
] as const;

/** How many policies stand how; the number and the word say it, the colour only helps. */
export function AnswerBar({ policies }: { policies: readonly Pick<Answer, 'stand'>[] }) {
  const counted = parts.map(({ stand, zh }) => ({
    stand,
    zh,
    n: policies.filter((each) => each.stand === stand).length,
  }));
  return (
    <View className="xh-answers" {...spoken({ label: counted.map(({ zh, n }) => `${zh} ${n} 项`).join('，') })}>
      {counted.map(({ stand, zh, n }) => (
        <View key={stand} className={`xh-answers-part xh-answers-${stand}`} {...spoken({ hidden: true })}>
          <View className="xh-answers-n">{n}</View>
          <View>{zh}</View>
        </View>
      ))}
    </View>
  );
}
