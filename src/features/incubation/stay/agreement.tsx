import { formatYuan } from '@shared/kernel/money';
import { formatFullDateZh } from '@shared/kernel/shanghai';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatDateZh } from '../../../client/day-words';
import { Button } from '../../../ui/button';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import type { Stay } from './use-stay';

/** So many months are shown before somebody asks for all. */
const shownFirst = 4;

/** The agreements with their days, both inclusive, what is left of the months, and the rent month by month; the app takes none. */
export function Agreement({ stay }: { stay: Stay }) {
  const { tenures, monthsHad, terms, renewalClosedZh, rent, place } = stay;
  const [all, setAll] = useState(false);
  const open = rent.filter(({ paidOn, dueFen }) => paidOn === null && dueFen > 0);
  const shown = all ? rent : [...open, ...rent.filter((month) => !open.includes(month))].slice(0, shownFirst);
  return (
    <>
      <Section title="协议" aside={`已用 ${monthsHad} 个月，最长 ${terms.maxMonths} 个月`}>
        {tenures.map(({ zh, numberZh, placeZh }) => (
          <ListRow key={numberZh + zh} id={`tenure-${numberZh}`} title={zh} detail={`${placeZh}，${numberZh}`} />
        ))}
        <KeyValue
          items={[
            ...(place === null ? [] : [{ label: '面积', value: place.detailZh }]),
            { label: '续期', value: renewalClosedZh ?? '现在可以申请' },
          ]}
        />
      </Section>
      <Section title="租金" aside="小程序不收款，按协议付给基地">
        {shown.map(({ tenancyId, n, dueOn, fullFen, reliefPercent, dueFen, paidOn }) => (
          <ListRow
            key={`${tenancyId}-${n}`}
            id={`rent-${dueOn}`}
            title={`${formatFullDateZh(dueOn)}起一个月`}
            detail={
              reliefPercent === 100
                ? `${formatYuan(fullFen)} 元，全免`
                : `${formatYuan(fullFen)} 元，减 ${reliefPercent}%，应付 ${formatYuan(dueFen)} 元`
            }
            aside={
              <Tag tone={paidOn !== null || dueFen === 0 ? 'pass' : 'neutral'}>
                {dueFen === 0 ? '不用付' : paidOn === null ? '未登记' : `${formatDateZh(paidOn)}已收`}
              </Tag>
            }
          />
        ))}
        {all || rent.length <= shownFirst ? null : (
          <Button id="all-rent" kind="text" onTap={() => setAll(true)}>
            {`查看全部 ${rent.length} 个月`}
          </Button>
        )}
        <View className="xh-row-detail">{terms.reliefZh}</View>
      </Section>
    </>
  );
}
