import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { go } from '../../client/go';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';

/** The policy library: those in force first; one that is over says so. */
export function PolicyList() {
  const ask = useAsk(['policies', 'list'], () => api.policies.list({}));
  useShare('参赛和获奖能享受哪些政策', 'policies');
  const policies = ask.data?.policies ?? [];
  return (
    <Page
      title="扶持政策"
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      <Notice tone="info">金额、期限以正式文件为准；标“演示”的条目尚待主办单位确认文号。</Notice>
      {policies.length === 0 ? <Empty title="还没有发布政策" hint="政策发布后会列在这里。" /> : null}
      {policies.length > 0 ? (
        <Card>
          {policies.map((policy) => (
            <ListRow
              key={policy.code}
              id={`policy-${policy.code}`}
              title={policy.titleZh}
              detail={policy.summaryZh}
              aside={
                policy.inForce ? (
                  policy.demonstration ? (
                    <Tag>演示</Tag>
                  ) : (
                    <Tag tone="info">待核对</Tag>
                  )
                ) : (
                  <Tag tone="warn">已到期</Tag>
                )
              }
              onTap={() => go('open/policy', { code: policy.code })}
            />
          ))}
        </Card>
      ) : null}
    </Page>
  );
}
