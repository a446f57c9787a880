import { View } from '@tarojs/components';
import type { api } from '../../../client/api';
import type { Failure } from '../../../client/transport/failure';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { backToQueue } from '../queue/back-to-queue';

type Preview = Awaited<ReturnType<typeof api.screening.batchPreview>>;
type Outcome = Awaited<ReturnType<typeof api.screening.batchRun>>;

/** Who is touched, and who is not and why, before anything is done. */
export function BatchRows({ preview }: { preview: Preview }) {
  const impossible = preview.rows.filter((row) => !row.possible);
  const possible = preview.rows.filter((row) => row.possible);
  return (
    <>
      <Notice tone={impossible.length === 0 ? 'info' : 'warn'}>
        <View id="batch-summary">
          所选 {preview.rows.length} 个项目中，{possible.length} 个可以办理，{impossible.length} 个不能办理。
        </View>
      </Notice>
      {impossible.length === 0 ? null : (
        <Card id="batch-impossible" title={`不能办理（${impossible.length} 个）`}>
          {impossible.map((row) => (
            <View key={row.entryId} id={`batch-row-${row.entryId}`} className="xh-file">
              <View className="xh-row-text">
                <View>{row.title === '' ? '未知项目' : row.title}</View>
                <View className="xh-row-detail">{[row.reference, row.stateZh].filter(Boolean).join('　')}</View>
                <View>{row.reason}</View>
              </View>
            </View>
          ))}
        </Card>
      )}
      {possible.length === 0 ? null : (
        <Card id="batch-possible" title={`可以办理（${possible.length} 个）`}>
          {possible.map((row) => (
            <View key={row.entryId} id={`batch-row-${row.entryId}`} className="xh-file">
              <View className="xh-row-text">
                <View>{row.title}</View>
                <View className="xh-row-detail">{row.reference}</View>
              </View>
              <Tag>{row.stateZh}</Tag>
            </View>
          ))}
        </Card>
      )}
    </>
  );
}

interface OutcomeProps {
  outcome: Omit<Outcome, 'batchId'>;
  /** Takes the decisions of the batch back, or sends them at once; null when none stands. */
  onSettle: ((move: 'takeBack' | 'make') => unknown) | null;
  failure: Failure | null;
}

/** What became of each entry of a batch; what was refused stands first. */
export function BatchOutcome({ outcome, onSettle, failure }: OutcomeProps) {
  const rows = [...outcome.rows].sort((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <Page
      title="办理结果"
      action={
        <>
          {failure ? <Notice tone="error">{failure.message}</Notice> : null}
          {onSettle === null ? (
            <Button id="back-to-queue" onTap={backToQueue}>
              返回列表
            </Button>
          ) : (
            <View className="xh-pair-of-buttons xh-decisions">
              <Button id="batch-takeBack" kind="secondary" onTap={() => onSettle('takeBack')}>
                整批收回
              </Button>
              <Button id="back-to-queue" kind="text" onTap={backToQueue}>
                返回列表
              </Button>
              <Button id="batch-make" onTap={() => onSettle('make')}>
                立即发出
              </Button>
            </View>
          )}
        </>
      }
    >
      <Notice tone={outcome.failed === 0 ? 'pass' : 'warn'}>
        <View id="batch-outcome">
          已办理 {outcome.succeeded} 个，未办理 {outcome.failed} 个。
        </View>
      </Notice>
      <Card>
        {rows.map(({ entryId, title, ok, message }) => (
          <View key={entryId} id={`outcome-${entryId}`} className="xh-file">
            <View className="xh-row-text">
              <View>{title === '' ? '未知项目' : title}</View>
              <View className="xh-row-detail">{message}</View>
            </View>
            <Tag tone={ok ? 'pass' : 'warn'}>{ok ? '已办理' : '未办理'}</Tag>
          </View>
        ))}
      </Card>
    </Page>
  );
}
