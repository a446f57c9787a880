import { View } from '@tarojs/components';
import { go } from '../../../client/go';
import { Figure } from '../../../ui/figures/figure';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { pressable, spoken } from '../../../ui/spoken';
import type { Home } from '../use-landing';

type Gain = Home['winnersGet'][number];

/** What winners get in at most four figures, each with what it rests on and the way to its policy. */
export function WinnersGet({ winnersGet }: Pick<Home, 'winnersGet'>) {
  return (
    <Section title="获奖后能得到什么" aside={winnersGet.length > 0 ? `${winnersGet.length} 项优先` : undefined}>
      {winnersGet.length > 0 ? (
        <View className="xh-gains">
          {winnersGet.map((gain) => (
            <One key={gain.policy} gain={gain} />
          ))}
        </View>
      ) : null}
      <ListRow
        id="policies"
        title="参赛和获奖能享受哪些政策"
        detail="不获奖也能办的，也列在里面"
        onTap={() => go('policies')}
      />
    </Section>
  );
}

function One({ gain }: { gain: Gain }) {
  const open = () => go('open/policy', { code: gain.policy });
  return (
    <View
      id={`gain-${gain.policy}`}
      className="xh-gain xh-press"
      hoverClass="xh-pressed"
      onClick={open}
      {...pressable(open)}
      {...spoken({ role: 'button' })}
    >
      <View className="xh-gain-name">{gain.zh}</View>
      <View className="xh-row-detail">{gain.leadZh}</View>
      <Figure size="row" value={gain.figureZh} unit={gain.unitZh} />
      <View className="xh-row-detail">{gain.sourceZh}</View>
    </View>
  );
}
