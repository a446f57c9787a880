import { formatFullDateZh } from '@shared/kernel/shanghai';
import { policyMarkZh } from '@shared/policies/opens';
import { View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { go } from '../../client/go';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { ClosingNote } from '../../patterns/closing-note';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { AnswerBar } from './answer-bar';
import { AnswerCard } from './answer-card';
import { type Answer, type Answers, asksAward, sayable, useMyAnswers } from './answers';
import { ClaimAward } from './claim-award';

/** What one can get, for whoever has signed in; for a visitor the library and a check that keeps nothing. */
export function PolicyList() {
  useShare('参赛和获奖能享受哪些政策', 'policies');
  const { held, ask } = useMyAnswers();
  if (!held) return <Library />;
  return (
    <Page
      title={ask.data ? titleOf(ask.data) : '我能享受的政策'}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
      action={ask.data ? <ToSay answers={ask.data} /> : undefined}
    >
      {ask.data ? <Mine answers={ask.data} /> : null}
    </Page>
  );
}

const countOf = ({ policies }: Answers, stand: Answer['stand']): number =>
  policies.filter((each) => each.stand === stand).length;

/** The title is the answer. */
function titleOf(answers: Answers): string {
  const [has, open] = [countOf(answers, 'pass'), countOf(answers, 'unknown')];
  if (has > 0) return `您符合 ${has} 项政策的条件`;
  return open > 0 ? `有 ${open} 项政策还要补充情况` : '现在没有符合条件的政策';
}

function ToSay({ answers }: { answers: Answers }) {
  const open = sayable(answers.policies).length;
  return (
    <Button id="my-facts" kind={open > 0 ? 'primary' : 'secondary'} onTap={() => go('policy/facts')}>
      {open > 0 ? `补充我的情况（${open} 项）` : '查看我的情况'}
    </Button>
  );
}

function Mine({ answers }: { answers: Answers }) {
  const { policies } = answers;
  const { run } = useChange(api.policies.seen, touches.nothing);
  // Once the page is left, what stood there has been seen; in WeChat a tab goes on standing behind the others.
  useDidHide(() => {
    const seen = policies.map(({ code, version, stand }) => ({ code, version, stand }));
    if (seen.length > 0) void run({ policies: seen });
  });
  if (policies.length === 0) return <Empty title="还没有发布政策" hint="政策发布后会列在这里。" />;
  return (
    <>
      <ClosingNote scopes={['module:policies']} />
      <View className="xh-row-detail">{`按您${formatFullDateZh(answers.today)}的资料逐条核对，结果不是审批决定。`}</View>
      <AnswerBar policies={policies} />
      {asksAward(policies) ? <ClaimAward /> : null}
      {policies.map((policy) => (
        <AnswerCard key={policy.code} id={`policy-${policy.code}`} policy={policy} />
      ))}
      <Button id="to-print" kind="text" onTap={() => go('policy/print')}>
        打印这份结果
      </Button>
    </>
  );
}

/** The policy library: those in force first; one that is over says so. */
function Library() {
  const ask = useAsk(['policies', 'list'], () => api.policies.list({}));
  const policies = ask.data?.policies ?? [];
  return (
    <Page
      title="扶持政策"
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
      action={
        policies.length === 0 ? undefined : (
          <Button id="check" onTap={() => go('policy/check')}>
            看看我能享受哪些
          </Button>
        )
      }
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
                policy.standing === 'inForce' ? (
                  <Tag tone={policy.mark === 'confirmed' ? 'pass' : policy.mark === 'unverified' ? 'info' : 'neutral'}>
                    {policyMarkZh[policy.mark]}
                  </Tag>
                ) : (
                  <Tag tone="warn">{policy.standing === 'notYet' ? '未生效' : '已到期'}</Tag>
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
