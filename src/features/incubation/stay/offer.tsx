import { formatYuan } from '@shared/kernel/money';
import { fromRfc3339 } from '@shared/kernel/shanghai';
import { View } from '@tarojs/components';
import { deadlineZh, formatDateZh, untilZh } from '../../../client/day-words';
import { serverNow } from '../../../client/server-clock';
import { Figure } from '../../../ui/figures/figure';
import { KeyValue } from '../../../ui/lists/key-value';
import { Section } from '../../../ui/section';
import { FloorPlan } from '../floor-plan';
import type { Stay } from './use-stay';

const dayMs = 86_400_000;

/** A place that is held for one until its hour: which it is, what it costs, why it is one's turn. */
export function OfferView({ stay }: { stay: Stay }) {
  const { place, floor, terms, rankZh, rank, appliedOn } = stay;
  if (place === null || place.lapsesAt === null) return null;
  const left = (fromRfc3339(place.lapsesAt) ?? 0) - serverNow();
  return (
    <>
      <View className="xh-offer-head">
        {left >= dayMs ? <Figure value={Math.ceil(left / dayMs)} unit="天内答复" /> : null}
        <View className="xh-row-detail">
          {left >= dayMs ? `${untilZh(place.lapsesAt)} 截止` : deadlineZh(place.lapsesAt, serverNow())}
          <View>过期转给下一位</View>
        </View>
      </View>
      {(floor ?? []).map((one) => (
        <FloorPlan key={one.zh} floor={one} aside="您的位置和空位" />
      ))}
      <View className="xh-row-detail">窗在上方，门在走道右端。别人的单位和期限不显示。</View>
      <Section title={place.code}>
        <KeyValue
          items={[
            { label: '面积', value: place.detailZh },
            { label: '期限', value: `${terms.firstMonths} 个月，所有基地合计可续到 ${terms.maxMonths} 个月` },
            { label: '租金', value: `每月 ${formatYuan(place.rentFen)} 元，${terms.reliefZh}` },
            { label: '为什么是您', value: `${rankZh}，第 ${rank} 优先档，${formatDateZh(appliedOn)}排队` },
            { label: '不要这个', value: '您排到本优先档的最后，继续候补；这个位置不再留给您。' },
          ]}
        />
      </Section>
    </>
  );
}
