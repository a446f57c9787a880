import { isAppliedFor } from '@shared/benefits/applied-for';
import { policyMarkZh } from '@shared/policies/opens';
import { View } from '@tarojs/components';
import type { api } from '../../client/api';
import { go } from '../../client/go';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { KeyValue } from '../../ui/lists/key-value';
import { Notice } from '../../ui/notice';
import { Tag } from '../../ui/tag';
import { AnswerLines } from './answer-lines';
import { type Answer, asksAward, sayable, toneOf } from './answers';
import { ClaimAward } from './claim-award';

export type Policy = Awaited<ReturnType<typeof api.policies.get>>;

const standingZh = {
  notYet: '政策还没有开始执行。',
  inForce: null,
  expired: '政策已到期，请咨询本县（市、区）人社部门。',
} as const;

interface Props {
  policy: Policy;
  answer: Answer | null;
  /** It is not published yet: nothing leads away from it. */
  preview?: boolean;
}

/** A policy as its reader reads it: how it stands for them with every reason, its text, its document number, its days and its mark. */
export function PolicyReading({ policy, answer, preview = false }: Props) {
  const standing = standingZh[policy.standing];
  return (
    <>
      {standing === null ? null : <Notice tone="warn">{standing}</Notice>}
      {answer && answer.lines.length > 0 ? <Reasons answer={answer} preview={preview} /> : null}
      <Card title="政策内容">
        <View className="xh-prose">{policy.bodyZh}</View>
        {policy.inForce && policy.kind === 'guaranteed-loan' && !preview ? (
          <Button id="loan-example" kind="secondary" onTap={() => go('policy/loan', { code: policy.code })}>
            贴息政策说明与示例
          </Button>
        ) : null}
        {policy.inForce && policy.kind === 'incubator-place' && !preview ? (
          <Button id="places" kind="secondary" onTap={() => go('policy/places')}>
            看基地和空位
          </Button>
        ) : null}
        {policy.inForce && isAppliedFor(policy.code) && !preview ? (
          <Button id="apply" onTap={() => go('policy/application', { policy: policy.code })}>
            填写申报
          </Button>
        ) : null}
        {policy.kind === 'subsidy' && isAppliedFor(policy.code) && !preview ? (
          <Button id="listed" kind="secondary" onTap={() => go('open/subsidies')}>
            看补贴公示名单
          </Button>
        ) : null}
        {policy.kind === 'training' && !preview ? (
          <Button id="to-classes" kind="secondary" onTap={() => go('policy/classes')}>
            看培训班
          </Button>
        ) : null}
      </Card>
      <Card
        title="依据"
        aside={<Tag tone={policy.mark === 'confirmed' ? 'pass' : 'info'}>{policyMarkZh[policy.mark]}</Tag>}
      >
        <KeyValue
          items={[
            ...(policy.forZh === '' ? [] : [{ label: '适用对象', value: policy.forZh }]),
            { label: '文号', value: policy.docNo },
            { label: '生效', value: policy.effectiveFrom ?? '以正式文件为准' },
            { label: '失效', value: policy.effectiveTo ?? '以正式文件为准' },
            { label: '确认情况', value: policy.confirmedZh },
            ...(answer && !preview ? [{ label: '版本', value: `第 ${answer.version} 版` }] : []),
          ]}
        />
      </Card>
    </>
  );
}

/** How it stands for the reader, condition by condition; the one thing that is missing first. */
function Reasons({ answer, preview }: { answer: Answer; preview: boolean }) {
  const open = preview ? [] : sayable([answer]);
  return (
    <>
      <Card title="您的情况" aside={<Tag tone={toneOf[answer.stand]}>{answer.standZh}</Tag>}>
        {answer.stand === 'pass' ? <View>{answer.whyZh}</View> : <Notice tone="info">{answer.whyZh}</Notice>}
        {open.length > 0 ? (
          <Button id="say" kind="secondary" onTap={() => go('policy/facts', { only: open.join(',') })}>
            {`补充 ${open.length} 项情况`}
          </Button>
        ) : null}
        {asksAward([answer]) ? <ClaimAward /> : null}
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
