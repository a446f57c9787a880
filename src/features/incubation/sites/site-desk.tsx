import { formatYuan } from '@shared/kernel/money';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { useShare } from '../../../client/use-share';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { FloorPlan } from '../floor-plan';

type Site = Awaited<ReturnType<typeof api.incubation.site>>;

/** A site as everybody may look at it: which places are free, what one costs, who goes first. */
export function SiteDesk({ siteId }: { siteId: string }) {
  const ask = useAsk(['incubation', 'site', siteId], () => api.incubation.site({ siteId }));
  useShare(ask.data?.nameZh ?? '创业孵化基地', 'policy/places', { siteId });
  return (
    <AskedPage ask={ask} here={link('policy/places', { siteId })} missing="没有找到这个基地">
      {(site) => <Plan site={site} />}
    </AskedPage>
  );
}

function Plan({ site }: { site: Site }) {
  const { siteId, nameZh, addressZh, aboutZh, total, free, floors, hourly, terms, orderZh, mine } = site;
  const [chosen, choose] = useState<number | null>(null);
  const place = floors.flatMap(({ tiles }) => tiles).find(({ placeId }) => placeId === chosen);
  return (
    <Page
      over={nameZh}
      title={total === 0 ? `按小时预约 ${hourly.length} 个` : `${total} 个位置，空 ${free} 个`}
      action={
        mine ? (
          <Button id="to-mine" onTap={() => go('policy/stay', { applicationId: mine.applicationId })}>
            {`看我的入驻：${mine.stateZh}`}
          </Button>
        ) : total === 0 ? (
          <Button id="to-hours" onTap={() => go('policy/hours', { siteId })}>
            看空闲时段
          </Button>
        ) : (
          <Button id="apply" onTap={() => go('policy/application', { policy: 'incubator-place' })}>
            申请入驻
          </Button>
        )
      }
    >
      <View className="xh-row-detail">{`${addressZh}。${aboutZh}`}</View>
      {floors.map((floor) => (
        <FloorPlan key={floor.zh} floor={floor} chosen={chosen} onChoose={choose} />
      ))}
      {floors.length === 0 ? null : <View className="xh-row-detail">点一格看面积和租金。别人的单位和期限不显示。</View>}
      {place ? (
        <Section id="place" title={`${place.code} ${place.typeZh}`} aside={place.stands === 'free' ? '空' : undefined}>
          <KeyValue
            items={[
              { label: '面积', value: place.detailZh },
              { label: '每月租金', value: `${formatYuan(place.rentFen)} 元，${terms.reliefZh}` },
            ]}
          />
        </Section>
      ) : null}
      {total === 0 ? null : (
        <Section title="怎么入驻">
          <KeyValue
            items={[
              { label: '期限', value: `${terms.firstMonths} 个月，所有基地合计可续到 ${terms.maxMonths} 个月` },
              { label: '租金', value: terms.reliefZh },
              { label: '分数线', value: terms.passZh },
              { label: '留位', value: terms.offerZh },
              { label: '先后', value: orderZh },
            ]}
          />
        </Section>
      )}
      {hourly.length === 0 || total === 0 ? null : (
        <ListRow
          id="to-hours"
          title="按小时预约"
          detail={hourly.map(({ code, typeZh }) => `${code} ${typeZh}`).join('，')}
          onTap={() => go('policy/hours', { siteId })}
        />
      )}
      {total > 0 ? null : (
        <Section title="有什么">
          {hourly.map(({ placeId, code, typeZh, detailZh }) => (
            <ListRow key={placeId} id={`hourly-${code}`} title={`${code} ${typeZh}`} detail={detailZh} />
          ))}
        </Section>
      )}
    </Page>
  );
}
