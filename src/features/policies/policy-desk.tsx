import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { go } from '../../client/go';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { KeyValue } from '../../ui/lists/key-value';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { AnswerLines } from './answer-lines';
import { type Answer, sayable, toneOf, useMyAnswers } from './answers';

/** One policy: how it stands for whoever reads it, with every reason; its text, its document number and its days. */
export function PolicyDesk({ code }: { code: string }) {
  const ask = useAsk(['policies', 'get', code], () => api.policies.get({ code }));
  const mine = useMyAnswers();
  const policy = ask.data;
  const answer = mine.ask.data?.policies.find((each) => each.code === code);
  useShare(policy?.titleZh ?? '创业扶持政策', 'open/policy', { code });
  return (
    <Page
      title={policy?.titleZh}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {policy ? (
        <>
          {policy.inForce ? null : <Notice tone="warn">政策已到期，请咨询本县（市、区）人社部门。</Notice>}
          {answer && answer.lines.length > 0 ? <Reasons answer={answer} /> : null}
          <Card title="政策内容">
            <View className="xh-prose">{policy.bodyZh}</View>
            {policy.inForce && policy.kind === 'guaranteed-loan' ? (
              <Button id="loan-example" kind="secondary" onTap={() => go('policy/loan', { code })}>
                贴息政策说明与示例
              </Button>
            ) : null}
          </Card>
          <Card title="依据">
            <KeyValue
              items={[
                { label: '文号', value: policy.docNo },
                { label: '生效', value: policy.effectiveFrom ?? '以正式文件为准' },
                { label: '失效', value: policy.effectiveTo ?? '以正式文件为准' },
                { label: '确认情况', value: policy.confirmedZh },
                ...(answer ? [{ label: '版本', value: `第 ${answer.version} 版` }] : []),
              ]}
            />
          </Card>
        </>
      ) : null}
    </Page>
  );
}

/** How it stands for the reader, condition by condition; the one thing that is missing first. */
function Reasons({ answer }: { answer: Answer }) {
  const open = sayable([answer]);
  return (
    <>
      <Card title="您的情况" aside={<Tag tone={toneOf[answer.stand]}>{answer.standZh}</Tag>}>
        {answer.stand === 'pass' ? <View>{answer.whyZh}</View> : <Notice tone="info">{answer.whyZh}</Notice>}
        {open.length > 0 ? (
          <Button id="say" kind="secondary" onTap={() => go('policy/facts', { only: open.join(',') })}>
            {`补充 ${open.length} 项情况`}
          </Button>
        ) : null}
        <AnswerLines code={answer.code} lines={answer.lines} />
        <View className="xh-row-detail">按您现有的资料逐条核对，结果不是审批决定，以经办机构审核为准。</View>
      </Card>
      {answer.benefits.length > 0 ? (
        <Card title="能得到什么">
          <KeyValue
            items={answer.benefits.map(({ zh, valueZh, demonstration }) => ({
              label: zh,
              value: `${valueZh ?? '以正式文件为准'}${demonstration ? '（演示）' : ''}`,
            }))}
          />
        </Card>
      ) : null}
    </>
  );
}
