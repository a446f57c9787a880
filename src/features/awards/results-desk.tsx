import { useInfiniteQuery } from '@tanstack/react-query';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../client/api';
import { sentenceOf } from '../../client/failure';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ChoiceField } from '../../ui/choice-field';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/list-row';
import { Page } from '../../ui/page';

/** The published winners of an edition, region by region. */
export function ResultsDesk({ editionId }: { editionId: string }) {
  const [regionId, setRegionId] = useState('');
  const list = useInfiniteQuery({
    queryKey: ['awards', 'results', editionId, regionId],
    queryFn: ({ pageParam }) => api.awards.results({ editionId, regionId: regionId || null, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="获奖名单"
      state={list.isPending ? 'loading' : list.error ? 'error' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={() => list.refetch()}
    >
      {first ? (
        <ChoiceField
          id="region"
          label="县（市、区）"
          required={false}
          options={[
            { value: '', zh: '全市' },
            ...first.regions.map((region) => ({
              value: region.regionId,
              zh: `${region.zh}（参赛 ${region.participating}，获奖 ${region.winners}）`,
            })),
          ]}
          value={regionId}
          onChange={setRegionId}
        />
      ) : null}
      {rows.length === 0 ? <Empty title="还没有公布结果" hint="结果公布后会在这里列出。" /> : null}
      {rows.length > 0 ? (
        <Card title={`共 ${first?.total ?? rows.length} 个`}>
          {rows.map((row) => (
            <ListRow
              key={row.entryId}
              id={`result-${row.entryId}`}
              title={row.title}
              detail={`${row.regionZh}，${row.trackZh}`}
              aside={row.awardZh}
            />
          ))}
        </Card>
      ) : null}
      {list.hasNextPage ? (
        <Button id="more" kind="text" busy={list.isFetchingNextPage} onTap={() => list.fetchNextPage()}>
          继续加载
        </Button>
      ) : null}
    </Page>
  );
}
