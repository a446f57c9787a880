import { momentZh } from '@shared/kernel/moment-words';
import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useAskAgain } from '../../client/cache/use-ask-again';
import { useChange } from '../../client/cache/use-change';
import { sentenceOf } from '../../client/transport/failure';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { TextField } from '../../ui/fields/text-field';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { Tag } from '../../ui/tag';
import { ChainRows } from './chain-rows';

type Check = Awaited<ReturnType<typeof api.oversight.auditChecks>>['checks'][number];

/** Whether the audit stands as it was written: all of it, and one entry's row by row. */
export function AuditDesk() {
  const ask = useAsk(['oversight', 'auditChecks'], () => api.oversight.auditChecks({}));
  const check = useChange(api.oversight.checkAudit, touches.auditChecks);
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState<{ reference: string; before: number | null } | null>(null);
  const chain = useAsk(
    ['oversight', 'chain', sought],
    () => api.oversight.chain(sought ?? { reference: '' }),
    sought !== null,
  );
  const checks = ask.data?.checks ?? [];
  const [latest] = checks;
  const awaited = latest !== undefined && latest.intact === null;
  useAskAgain(awaited, ask.refetch);
  return (
    <Page
      wide
      title={titleOf(latest)}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
      action={
        <Button id="check-audit" busy={check.busy} disabled={awaited} onTap={() => void check.run({})}>
          {awaited ? '正在核对' : '核对全部记录'}
        </Button>
      }
    >
      {check.failure ? <Notice tone="error">{check.failure.message}</Notice> : null}
      {checks.map((one) => (
        <CheckCard key={one.askedAt} check={one} />
      ))}
      <Card title="核对一个项目">
        <TextField
          id="chain-reference"
          label="报名编号"
          hint="例如 XH2026-141033-0007"
          value={typed}
          onChange={setTyped}
          error={typed.trim() === sought?.reference && chain.error ? sentenceOf(chain.error) : undefined}
        />
        <Button
          id="chain-find"
          kind="secondary"
          disabled={isBlank(typed)}
          onTap={() => setSought({ reference: typed.trim(), before: null })}
        >
          核对
        </Button>
      </Card>
      {sought !== null && chain.isFetching && !chain.data ? <Skeleton rows={4} /> : null}
      {sought !== null && chain.data && !chain.error ? (
        <ChainRows chain={chain.data} onEarlier={(before) => setSought({ ...sought, before })} />
      ) : null}
    </Page>
  );
}

function titleOf(latest: Check | undefined): string {
  if (latest === undefined) return '审计记录还没有核对过';
  if (latest.intact === null) return '正在核对审计记录';
  return latest.intact ? '审计记录完好' : '审计记录有误';
}

function CheckCard({ check }: { check: Check }) {
  const { checkedAt, intact, subjects, rows, seals, brokenZh } = check;
  return (
    <Card
      title={momentZh(checkedAt ?? check.askedAt)}
      aside={
        intact === null ? (
          <Tag tone="info">等待核对</Tag>
        ) : (
          <Tag tone={intact ? 'pass' : 'warn'}>{intact ? '完好' : '有误'}</Tag>
        )
      }
    >
      {intact === true ? (
        <View>{`核对了 ${rows} 条记录（分属 ${subjects} 个项目、人员等）和 ${seals} 次封存。`}</View>
      ) : null}
      {brokenZh === null ? null : <View>{brokenZh}</View>}
    </Card>
  );
}
