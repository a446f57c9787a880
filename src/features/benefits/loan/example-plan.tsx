import { methodZh } from '@shared/benefits/loan/loan';
import { groupDigits } from '@shared/kernel/group-digits';
import { formatYuan } from '@shared/kernel/money';
import { formatFullDateZh } from '@shared/kernel/shanghai';
import { percentZh } from '@shared/policies/benefits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { StackedBars } from '../../../ui/figures/stacked-bars';
import { Section } from '../../../ui/section';
import { PlanTable } from './plan-table';
import type { LoanExample } from './use-loan-example';

/** So many payments are shown before somebody asks for all. */
const shownFirst = 6;

/** Who pays how much of the interest, period by period: a picture and its table. */
export function ExamplePlan({ example }: { example: LoanExample }) {
  const { plan, sum, rateBp, method, contractOn } = example;
  const [all, setAll] = useState(false);
  const bars = plan.map(({ n, subsidyFen, ownFen, interestFen }) => ({
    id: String(n),
    zh: String(n),
    solid: subsidyFen,
    hatched: ownFen,
    valueZh: groupDigits(Math.round(interestFen / 100)),
  }));
  return (
    <Section title="贴息怎么分" aside="示例，不是合同">
      <StackedBars
        label={`${plan.length} 期利息共 ${formatYuan(sum.interestFen)} 元，财政贴息 ${formatYuan(sum.subsidyFen)} 元，您付 ${formatYuan(sum.ownFen)} 元`}
        bars={bars}
        keys={['财政贴息', '您付的利息']}
        unitZh="单位：元，横轴为期数"
      />
      <PlanTable plan={all ? plan : plan.slice(0, shownFirst)} sum={sum} />
      {all || plan.length <= shownFirst ? null : (
        <Button id="all-payments" kind="text" onTap={() => setAll(true)}>
          {`查看全部 ${plan.length} 期`}
        </Button>
      )}
      <View className="xh-row-detail">
        {`${formatFullDateZh(contractOn)}签订并放款，年利率 ${percentZh(rateBp ?? 0)}，${methodZh[method]}。`}
      </View>
    </Section>
  );
}
