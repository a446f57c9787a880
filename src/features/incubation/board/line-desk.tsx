import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { formatDateZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { KeysetList } from '../../../patterns/keyset-list';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';

/** Who waits for a type of place, in turn. */
export function LineDesk({ siteId, type }: { siteId: string; type: string }) {
  const list = useList(['incubation', 'line', siteId, type], (cursor) => api.incubation.line({ siteId, type, cursor }));
  const rows = list.rows ?? [];
  return (
    <Page
      wide
      title={
        list.rows === null
          ? '候补'
          : rows.length === 0
            ? '没有候补'
            : `候补 ${rows.length}${list.more ? ' 位以上' : ' 位'}`
      }
    >
      <View className="xh-row-detail">先看优先档，同档按时间。优先只决定先后，入驻条件对所有人一样。</View>
      <KeysetList id="more-waiting" list={list} empty={<Empty title="没有候补" hint="评审通过的会排在这里。" />}>
        {(shown) =>
          shown.map(({ applicationId, nameZh, typeZh, rank, rankZh, joinedOn }, i) => (
            <ListRow
              key={applicationId}
              id={`waiting-${applicationId}`}
              title={`${i + 1}. ${nameZh}`}
              detail={`${typeZh}，第 ${rank} 优先档（${rankZh}），${formatDateZh(joinedOn)}排队`}
              onTap={() => go('staff/application', { applicationId })}
            />
          ))
        }
      </KeysetList>
    </Page>
  );
}
