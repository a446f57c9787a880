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

/** The last edition: one dot a project, the winners filled; jobs as they were declared. */
export function LastYear({ past }: { past: Past }) {
  const { participating, winners } = past;
  return (
    <Section title={past.nameZh.replace(/（.*）$/, '')} aside={past.synthetic ? '含演示数据' : undefined}>
      <View className="xh-past-head">
        <Figure size="hero" value={winners} />
        <View>
          <View>个项目获奖</View>
          <View className="xh-row-detail">{`${participating} 个参赛，一点一个项目`}</View>
        </View>
      </View>
      <Dots all={participating} filled={winners} />
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

/** Rows of dots: whole rows as one box each, and the row in which filled and hollow meet as two. */
function Dots({ all, filled }: { all: number; filled: number }) {
  const won = Math.min(filled, all);
  const boxes: Array<{ kind: 'won' | 'other'; rows: number; dots: number }> = [
    { kind: 'won', rows: Math.floor(won / across), dots: across },
    { kind: 'won', rows: 1, dots: won % across },
    { kind: 'other', rows: 1, dots: won % across === 0 ? 0 : Math.min(across - (won % across), all - won) },
  ];
  const rest = all - boxes.reduce((sum, { rows, dots }) => sum + rows * dots, 0);
  boxes.push(
    { kind: 'other', rows: Math.floor(rest / across), dots: across },
    { kind: 'other', rows: 1, dots: rest % across },
  );
  return (
    <View className="xh-dots" {...spoken({ hidden: true })}>
      {boxes.map(({ kind, rows, dots }, i) =>
        rows * dots === 0 ? null : (
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
        ),
      )}
    </View>
  );
}
