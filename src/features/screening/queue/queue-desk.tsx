import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { go, goTo } from '../../../client/go';
import { Failure, mayPass } from '../../../client/transport/failure';
import { RefusedPage } from '../../../patterns/refused-page';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/fields/segmented';
import { TextField } from '../../../ui/fields/text-field';
import { Page } from '../../../ui/page';
import { spoken } from '../../../ui/spoken';
import { batchLink, batchMost } from '../batch/batch-link';
import { useReviewer } from '../review/use-reviewer';
import { BackToQueue } from './back-to-queue';
import { QueueFilters } from './queue-filters';
import type { QueueFilter } from './queue-link';
import { claimedChoices, filterFrom, filtersSet, keepInAddress, queueLink, wholeQueue } from './queue-link';
import { QueueList } from './queue-list';
import { totalNumber, totalWords, useQueue } from './use-queue';
import '../screening.scss';

/** Milliseconds after the last letter before the list is searched. */
const searchPause = 400;

/** The work queue: what waits, filtered as the link says, opened one by one or picked for a batch. */
export function QueueDesk({ params }: { params: Readonly<Record<string, string | undefined>> }) {
  const [filter, setFilter] = useState(() => filterFrom(params));
  const [search, setSearch] = useState(filter.q);
  const [filtering, setFiltering] = useState(false);
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const queue = useQueue(filter);
  const { anywhere } = useReviewer();
  const rows = queue.rows;

  useEffect(() => keepInAddress(queueLink(filter)), [filter]);
  useEffect(() => {
    const q = search.trim();
    const timer = setTimeout(() => setFilter((now) => (now.q === q ? now : { ...now, q })), searchPause);
    return () => clearTimeout(timer);
  }, [search]);

  const clear = () => {
    setSearch('');
    setFilter(wholeQueue);
  };
  const toBatch = async (entryIds: readonly string[]) => {
    await goTo(batchLink(entryIds));
    setPicked(null);
  };
  const count = filtersSet(filter);

  if (queue.error instanceof Failure && !mayPass(queue.error) && queue.first === null)
    return (
      <RefusedPage failure={queue.error} title="项目审核不能打开" here={queueLink(filter)} way={<BackToQueue />} />
    );

  return (
    <Page
      wide
      title={titleOf(queue.first?.total ?? null, filter)}
      {...(picked === null
        ? {}
        : { action: <PickActions picked={picked} onEnd={() => setPicked(null)} onGo={() => toBatch(picked)} /> })}
    >
      <Segmented
        id="queue-claimed"
        label="受理情况"
        options={claimedChoices}
        value={filter.claimed}
        onChange={(claimed) => setFilter({ ...filter, claimed })}
      />
      <View className="xh-queue-tools">
        <View className="xh-queue-search">
          <TextField
            id="queue-search"
            label="搜索"
            type="search"
            value={search}
            onChange={setSearch}
            placeholder="项目名称，或编号后几位"
            max={40}
          />
        </View>
        <Button id="queue-filters" kind="secondary" disabled={queue.first === null} onTap={() => setFiltering(true)}>
          {count === 0 ? '筛选' : `筛选（${count}）`}
        </Button>
      </View>
      <View className="xh-queue-count">
        <View id="queue-count" className="xh-number" {...spoken({ role: 'status', live: 'polite' })}>
          {rows !== null && queue.first !== null ? totalWords(queue.first.total) : ''}
        </View>
        {picked === null ? (
          <Button id="to-search" kind="text" onTap={() => go('staff/search', { q: search.trim() })}>
            查找项目
          </Button>
        ) : null}
        {anywhere && picked === null && rows !== null && rows.length > 0 ? (
          <Button id="batch-mode" kind="text" onTap={() => setPicked([])}>
            批量办理
          </Button>
        ) : null}
        {picked === null || rows === null ? null : (
          <Button
            id="pick-all"
            kind="text"
            onTap={() => setPicked(rows.slice(0, batchMost).map(({ entryId }) => entryId))}
          >
            全选
          </Button>
        )}
      </View>
      {/* A place of its own: on WeChat the tools above would be sent again with every list that replaces another. */}
      <View>
        <QueueList queue={queue} filter={filter} picked={picked} onPick={setPicked} onClear={clear} />
      </View>
      {queue.first === null ? null : (
        <QueueFilters
          filter={filter}
          page={queue.first}
          open={filtering}
          onClose={() => setFiltering(false)}
          onChange={setFilter}
        />
      )}
    </Page>
  );
}

/** How many there are under this filter; the page's name until that is known. */
function titleOf(total: Parameters<typeof totalWords>[0] | null, filter: QueueFilter): string {
  if (total === null) return '项目审核';
  const what = filter.overdue ? '已超期' : filter.state !== 'waiting' || filter.q !== '' ? '找到' : '待审';
  return total.count === 0 ? `没有${what === '找到' ? '符合条件' : what}的项目` : `${what} ${totalNumber(total)} 件`;
}

function PickActions({ picked, onEnd, onGo }: { picked: readonly string[]; onEnd: () => void; onGo: () => unknown }) {
  return (
    <>
      {picked.length >= batchMost ? <View className="xh-row-detail">一次最多办理 {batchMost} 个</View> : null}
      <View className="xh-pair-of-buttons">
        <Button id="pick-cancel" kind="secondary" onTap={onEnd}>
          取消
        </Button>
        <Button id="to-batch" disabled={picked.length === 0} onTap={onGo}>
          办理所选 {picked.length} 个
        </Button>
      </View>
    </>
  );
}
