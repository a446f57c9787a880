import { formatFullDateZh } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { AnswerBar } from '../answer-bar';
import { AnswerLines } from '../answer-lines';
import { type Answer, type Answers, toneOf } from '../answers';
import { ApplicantFacts } from './applicant-facts';

/** What the leader of an entry, or whoever claimed its award, can get: the same answers as they read themselves, and the facts behind them. */
export function ApplicantDesk({ entryId }: { entryId: string }) {
  const ask = useAsk(['policies', 'answersFor', entryId], () => api.policies.answersFor({ entryId }));
  const facts = useAsk(['policies', 'factsOf', entryId], () => api.policies.factsOf({ entryId }));
  const both = ask.data && facts.data ? { answers: ask.data, known: facts.data } : undefined;
  const refetch = () => Promise.all([ask.refetch(), facts.refetch()]);
  return (
    <AskedPage
      ask={{ data: both, error: ask.error ?? facts.error, refetch }}
      here={link('staff/applicant', { entryId })}
      missing="没有找到这个项目，或不由您办理"
    >
      {({ answers, known }) => (
        <Page title={titleOf(answers)} over="申请人的政策情况">
          <View className="xh-row-detail">
            {`按申请人${formatFullDateZh(answers.today)}的资料逐条核对，与本人看到的相同，结果不是审批决定。`}
          </View>
          {answers.policies.length === 0 ? (
            <Empty title="没有可以核对的资料" hint="参赛者已撤回项目，或还没有发布政策。" />
          ) : (
            <AnswerBar policies={answers.policies} />
          )}
          {answers.policies.map((policy) => (
            <StaffAnswer key={policy.code} policy={policy} />
          ))}
          <ApplicantFacts entryId={entryId} known={known} />
        </Page>
      )}
    </AskedPage>
  );
}

function titleOf({ policies }: Answers): string {
  const has = policies.filter(({ stand }) => stand === 'pass').length;
  if (policies.length === 0) return '申请人的政策情况';
  return has > 0 ? `申请人符合 ${has} 项政策的条件` : '申请人现在没有符合条件的政策';
}

/** One policy as it stands for the applicant; its conditions are shown when they are asked for. */
function StaffAnswer({ policy }: { policy: Answer }) {
  const [open, setOpen] = useState(false);
  const { code, titleZh, stand, standZh, whyZh, lines } = policy;
  return (
    <Card id={`answer-${code}`} title={titleZh} aside={<Tag tone={toneOf[stand]}>{standZh}</Tag>}>
      <View>{whyZh}</View>
      {open ? <AnswerLines code={code} lines={lines} reader="staff" /> : null}
      {lines.length > 0 ? (
        <Button
          id={`lines-${code}`}
          kind="text"
          label={`${open ? '收起' : '逐条查看'}，${titleZh}`}
          onTap={() => setOpen(!open)}
        >
          {open ? '收起' : '逐条查看'}
        </Button>
      ) : null}
    </Card>
  );
}
