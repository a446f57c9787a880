import { View } from '@tarojs/components';
import { formatDateZh } from '../../../client/day-words';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import type { Stay } from './use-stay';

/** Where one stands in line, who stands before and why; whoever was passed is told so. */
export function WaitingView({ stay: { line, rank, rankZh, appliedOn, wantsZh, orderZh, terms } }: { stay: Stay }) {
  if (line === null) return null;
  return (
    <>
      <View>您现在不用做什么。有空位轮到您时会通知您。</View>
      {line.later === 0 ? null : (
        <Notice tone="info" title={`有 ${line.later} 位比您晚申请，排在您前面`}>
          {orderZh}
        </Notice>
      )}
      <Section title="为什么排在这里">
        <KeyValue
          items={[
            { label: '您的优先档', value: `第 ${rank} 档，${rankZh}` },
            { label: '排队时间', value: formatDateZh(appliedOn) },
            { label: '想要', value: wantsZh },
            {
              label: '排在前面的',
              value:
                line.before === 0
                  ? '没有，您是第一位'
                  : line.byRank.map((one) => `${one.rankZh} ${one.count} 位`).join('，'),
            },
            { label: '轮到时', value: terms.offerZh },
          ]}
        />
        {line.later === 0 ? <View className="xh-row-detail">{orderZh}</View> : null}
      </Section>
    </>
  );
}
