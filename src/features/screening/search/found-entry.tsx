import { Text, View } from '@tarojs/components';
import type { api } from '../../../client/api';
import { go } from '../../../client/go';
import { ListRow } from '../../../ui/lists/list-row';
import { Tag } from '../../../ui/tag';
import { Whom } from '../queue/whom';

type Found = Awaited<ReturnType<typeof api.screening.search>>['items'][number];

/** One entry that was found: which it is, whom to call, where it stands. */
export function FoundEntry({ row }: { row: Found }) {
  const { entryId, title, reference, regionZh, pastYear, tone, stateZh } = row;
  return (
    <ListRow
      id={`row-${entryId}`}
      title={title}
      detail={
        <>
          <View className="xh-queue-about">
            <Whom {...row} />
            <Text className="xh-number">{reference ?? '未编号'}</Text>
            <Text>{regionZh}</Text>
          </View>
          <View className="xh-queue-row-state">
            <Tag tone={tone}>{stateZh}</Tag>
            {pastYear === null ? null : <Tag>{`${pastYear} 年`}</Tag>}
          </View>
        </>
      }
      onTap={() => go('staff/review', { entryId })}
    />
  );
}
