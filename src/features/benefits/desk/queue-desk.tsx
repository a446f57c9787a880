import { termWords } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { go } from '../../../client/go';
import { KeysetList } from '../../../patterns/keyset-list';
import { Empty } from '../../../ui/empty';
import { DueRow } from '../../../ui/lists/due-row';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';

/** What lies on one's desks, in turn: winners first by their rank, then who handed in earlier. */
export function QueueDesk() {
  const list = useList(['benefits', 'queue'], (cursor) => api.benefits.queue({ cursor }));
  const rows = list.rows ?? [];
  const over = rows.filter(({ clock }) => clock.workdaysOver !== null).length;
  return (
    <Page wide title={titleOf(list.rows === null ? null : rows.length, list.more, over)}>
      <View className="xh-row-detail">获奖项目排在前面，其余按提交先后；审批标准都一样。</View>
      <KeysetList
        id="more-applications"
        list={list}
        empty={<Empty title="现在没有待办的申报" hint="有新的申报会通知您。" />}
      >
        {(shown) =>
          shown.map(({ applicationId, nameZh, kindZh, reference, stateZh, clock, rankZh, mine, claimed }) => (
            <DueRow
              key={applicationId}
              id={`application-${applicationId}`}
              term={clock}
              title={nameZh}
              detail={
                <View className="xh-row-detail">
                  {[kindZh, reference, mine ? '我已受理' : claimed ? '同事已受理' : stateZh, termWords(clock)]
                    .filter((each) => each !== null)
                    .join('，')}{' '}
                  {rankZh === null ? null : <Tag tone="info">{rankZh}</Tag>}
                </View>
              }
              onTap={() => go('staff/application', { applicationId })}
            />
          ))
        }
      </KeysetList>
    </Page>
  );
}

const titleOf = (n: number | null, more: boolean, over: number): string => {
  if (n === null) return '申报办理';
  if (n === 0) return '没有等您办的申报';
  return `等您办 ${n}${more ? ' 件以上' : ' 件'}${over > 0 ? `，${over} 件已超期` : ''}`;
};
