import { groupDigits } from '@shared/kernel/group-digits';
import { formatWan } from '@shared/kernel/money';
import { View } from '@tarojs/components';
import { go } from '../../../client/go';
import { Figure } from '../../../ui/figures/figure';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { spoken } from '../../../ui/spoken';
import type { Past } from '../use-landing';

/** So many dots stand in a row, on the narrowest phone as well. */
const across = 25;

/** The last edition: one dot a project, the winners filled by what they won; jobs as they were declared. */
export function LastYear({ past }: { past: Past }) {
  const { participating, winners } = past;
  const kinds = kindsOf(past);
  return (
    <Section title={past.nameZh.replace(/（.*）$/, '')} aside={past.synthetic ? '含演示数据' : undefined}>
      <View className="xh-past-head">
        <Figure size="hero" value={winners} />
        <View>
          <View>个项目获奖</View>
          <View className="xh-row-detail">{`${participating} 个参赛，一点一个项目`}</View>
        </View>
      </View>
      <Dots kinds={kinds} />
      <View className="xh-dots-legend">
        {kinds.map(({ name, zh, n }) => (
          <View key={zh} className="xh-dots-kind">
            <View className={`xh-dots-sample xh-dots-${name}`} />
            <View className="xh-row-detail">{`${zh} ${n} 个`}</View>
          </View>
        ))}
      </View>
      <KeyValue
        items={[
          { label: '预计直接带动就业', value: `${groupDigits(past.directExpected)} 人`, number: true },
          { label: '预计间接带动就业', value: `${groupDigits(past.indirectExpected)} 人`, number: true },
          ...(past.fund
            ? [{ label: past.fund.zh, value: `${formatWan(past.fund.fen)} 万元（${past.fund.noteZh}）` }]
            : []),
        ]}
      />
      <ListRow id="results" title="查看获奖名单" onTap={() => go('open/results', { editionId: past.editionId })} />
    </Section>
  );
}

type Kind = { name: string; zh: string; n: number };

/** Levels below the third look like the third. */
const kindsOf = ({ levels, participating, winners }: Past): Kind[] =>
  [
    ...levels.map(({ zh, winners: n }, place) => ({ name: `won-${Math.min(place, 2)}`, zh, n })),
    { name: 'other', zh: '未获奖', n: participating - winners },
  ].filter(({ n }) => n > 0);

type Box = { kind: string; rows: number; dots: number };

/** Rows of dots, one kind after the other: what is left of a row begun, whole rows as one box, and the row that is begun. */
function boxesOf(kinds: readonly Kind[]): Box[] {
  let stand = 0;
  return kinds.flatMap(({ name, n }) => {
    const first = Math.min(n, (across - (stand % across)) % across);
    const rest = n - first;
    stand += n;
    return [
      { kind: name, rows: 1, dots: first },
      { kind: name, rows: Math.floor(rest / across), dots: across },
      { kind: name, rows: 1, dots: rest % across },
    ].filter(({ rows, dots }) => rows * dots > 0);
  });
}

function Dots({ kinds }: { kinds: readonly Kind[] }) {
  return (
    <View className="xh-dots" {...spoken({ hidden: true })}>
      {boxesOf(kinds).map(({ kind, rows, dots }, i) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a box of dots has no name but its place
          key={i}
          className={`xh-dots-${kind}`}
          style={{
            width: `${dots * 4}%`,
            paddingTop: `${rows * 4}%`,
            backgroundSize: `${100 / dots}% ${100 / rows}%`,
          }}
        />
      ))}
    </View>
  );
}
