import { roleZh } from '@shared/kernel/actor';
import { useEffect, useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { sentenceOf } from '../../../client/transport/failure';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Segmented } from '../../../ui/fields/segmented';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Skeleton } from '../../../ui/skeleton';
import { backToQueue } from '../queue/back-to-queue';
import { BatchOutcome, BatchRows } from './batch-rows';
import '../screening.scss';

export type BatchMove = Parameters<typeof api.screening.batchPreview>[0]['move'];

const moves: ReadonlyArray<{ value: BatchMove; zh: string; verb: string; tells: string }> = [
  { value: 'claim', zh: '受理', verb: '受理', tells: '这些项目将由您受理，负责人和团队会收到开始审核的通知。' },
  {
    value: 'approve',
    zh: '审核通过',
    verb: '通过',
    tells: `10 分钟后负责人和团队会收到审核通过的通知，此前可以整批收回。之后如有误，只能由${roleZh.regionLead}重新审核。`,
  },
  {
    value: 'release',
    zh: '交回待办',
    verb: '交回',
    tells: '交回后由其他同事受理；参赛者看到的进度变回“等待审核”，不另发通知。',
  },
];

/** One move for many entries: who is touched and who is not and why, then a result for each. */
export function BatchDesk({ entryIds }: { entryIds: readonly string[] }) {
  const [move, setMove] = useState<BatchMove>('claim');
  const batch = useChange(api.screening.batchRun, touches.review);
  const settle = useChange(api.screening.settleBatch, touches.review);
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof api.screening.batchRun>> | null>(null);
  const preview = useAsk(
    ['screening', 'batch', move, entryIds.join()],
    () => api.screening.batchPreview({ move, entryIds: [...entryIds] }),
    entryIds.length > 0 && outcome === null,
  );
  const chosen = moves.find(({ value }) => value === move);
  const { clear } = batch;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal belongs to the move that it was said of
  useEffect(clear, [move]);

  if (entryIds.length === 0) {
    return (
      <Page title="批量办理">
        <Empty
          title="还没有选择项目"
          hint="请在“项目审核”点“批量办理”，选好项目后再来"
          action={
            <Button id="back-to-queue" kind="secondary" onTap={backToQueue}>
              返回列表
            </Button>
          }
        />
      </Page>
    );
  }
  const settleBatch = async (batchId: string, how: 'takeBack' | 'make') => {
    const body = '这一批马上告知负责人和团队，不能再收回。';
    if (how === 'make' && !(await confirmDanger({ title: '立即发出', body, confirm: '立即发出' }))) return;
    const answer = await settle.run({ batchId, move: how });
    if (answer) setOutcome({ ...answer, batchId: null });
  };
  if (outcome !== null) {
    const { batchId } = outcome;
    return (
      <BatchOutcome
        outcome={outcome}
        onSettle={batchId === null ? null : (how) => settleBatch(batchId, how)}
        failure={settle.failure}
      />
    );
  }

  const possible = preview.data?.rows.filter((row) => row.possible) ?? [];
  const run = async () => {
    const title = `${chosen?.zh ?? ''} ${possible.length} 个项目`;
    if (!(await confirmDanger({ title, body: chosen?.tells ?? '', confirm: chosen?.verb ?? '' }))) return;
    const rows = possible.map(({ entryId, version }) => ({ entryId, version }));
    const answer = await batch.run({ move, rows });
    if (answer) setOutcome(answer);
  };

  return (
    <Page
      title="批量办理"
      action={
        <>
          {batch.failure ? <Notice tone="error">{batch.failure.message}</Notice> : null}
          <Button id="batch-run" disabled={possible.length === 0} onTap={run}>
            {chosen?.zh} {possible.length} 个
          </Button>
        </>
      }
    >
      <Segmented id="batch-move" label="选择操作" options={moves} value={move} onChange={setMove} />
      {preview.error ? (
        <>
          <Notice tone="error">{sentenceOf(preview.error)}</Notice>
          <Button id="page-retry" kind="secondary" onTap={() => preview.refetch()}>
            重试
          </Button>
        </>
      ) : null}
      {preview.isPending && !preview.error ? <Skeleton rows={6} /> : null}
      {preview.data ? <BatchRows preview={preview.data} /> : null}
    </Page>
  );
}
