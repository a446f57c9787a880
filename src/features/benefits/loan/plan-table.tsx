import { formatYuan } from '@shared/kernel/money';
import { View } from '@tarojs/components';
import { spoken } from '../../../ui/spoken';
import type { LoanExample } from './use-loan-example';
import './loan.scss';

interface Props {
  plan: LoanExample['plan'];
  sum: LoanExample['sum'];
}

const heads = ['付款日', '本金', '财政贴息', '您付利息'] as const;

/** Payments one under the other; in large words each takes two lines, with its names beside the amounts. */
export function PlanTable({ plan, sum }: Props) {
  const rows = plan.map(({ n, to, principalFen, subsidyFen, ownFen }) => ({
    id: String(n),
    cells: [to, formatYuan(principalFen), formatYuan(subsidyFen), formatYuan(ownFen)],
  }));
  const total = { id: 'sum', cells: ['合计', '', formatYuan(sum.subsidyFen), formatYuan(sum.ownFen)] };
  return (
    <View className="xh-plan" {...spoken({ role: 'table', label: '每期付款，单位元' })}>
      <View className="xh-plan-row xh-plan-head" {...spoken({ role: 'row' })}>
        {heads.map((zh) => (
          <View key={zh} className="xh-plan-cell" {...spoken({ role: 'columnheader' })}>
            {zh}
          </View>
        ))}
      </View>
      {[...rows, total].map(({ id, cells }) => (
        <View
          key={id}
          id={`payment-${id}`}
          className={id === 'sum' ? 'xh-plan-row xh-plan-sum' : 'xh-plan-row'}
          {...spoken({ role: 'row' })}
        >
          {cells.map((words, i) => (
            <View key={heads[i]} className="xh-plan-cell" {...spoken({ role: 'cell' })}>
              {i === 0 || words === '' ? null : (
                <View className="xh-plan-name" {...spoken({ hidden: true })}>
                  {heads[i]}
                </View>
              )}
              <View>{words}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
