import { View } from '@tarojs/components';
import { formatDateZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import type { Board, Spot } from './board';

const standsZh = { occupied: '在孵', ending: '快到期', held: '已留位', repair: '维修', free: '空' } as const;

/** The place that was tapped: whose it is until when, or who would be offered it. */
export function ChosenPlace({ spot, first }: { spot: Spot; first: Board['lines'][number]['first'] }) {
  const { code, stands, detailZh, applicationId, nameZh, untilZh } = spot;
  return (
    <Section id="spot" title={`${code}，${standsZh[stands]}`} aside={detailZh}>
      {applicationId !== null ? (
        <ListRow
          id="to-tenant"
          title={nameZh === '' ? '看申报' : nameZh}
          detail={untilZh}
          onTap={() => go('staff/application', { applicationId })}
        />
      ) : stands === 'free' && first ? (
        <ListRow
          id="to-first"
          title={`候补第 1 位：${first.nameZh}`}
          detail={`第 ${first.rank} 优先档（${first.rankZh}），${formatDateZh(first.joinedOn)}排队`}
          onTap={() => go('staff/application', { applicationId: first.applicationId })}
        />
      ) : (
        <View className="xh-row-detail">{stands === 'free' ? '没有人等这类位置' : '修好后可以留给候补'}</View>
      )}
    </Section>
  );
}
