import { keyGroups } from '@shared/entry/fields';
import { useState } from 'react';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { sentenceOf } from '../../client/transport/failure';
import { Card } from '../../ui/card';
import { ChoiceField } from '../../ui/fields/choice-field';
import { DateField } from '../../ui/fields/date-field';
import { RadioList } from '../../ui/fields/radio-list';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { AnswerBar } from './answer-bar';
import { AnswerCard } from './answer-card';

type Registered = 'yes' | 'no' | '';

/** Three questions for whoever has not signed in; nothing of it is kept, here or on the server. */
export function CheckDesk() {
  const [born, setBorn] = useState('');
  const [registered, setRegistered] = useState<Registered>('');
  const [group, setGroup] = useState('');
  const facts = [
    ...(born === '' ? [] : [{ fact: 'age', value: born.slice(0, 7) }]),
    ...(registered === '' ? [] : [{ fact: 'registered', value: registered === 'yes' }]),
    ...(group === '' ? [] : groupFacts(group)),
  ];
  const ask = useAsk(['policies', 'check', facts], () => api.policies.check({ facts }), facts.length > 0);
  return (
    <Page title="三个问题，看看能享受哪些政策">
      <Notice tone="info">只在这一页上核对，不保存您填的内容。登录后按报名资料核对得更准。</Notice>
      <Card>
        <DateField id="check-born" label="出生日期" value={born} onChange={setBorn} />
        <RadioList
          id="check-registered"
          label="办营业执照了吗？"
          options={[
            { value: 'yes', zh: '已办好' },
            { value: 'no', zh: '还没办' },
          ]}
          value={registered}
          onChange={setRegistered}
        />
        <ChoiceField id="check-group" label="您属于哪类人员？" options={keyGroups} value={group} onChange={setGroup} />
      </Card>
      {ask.error ? <Notice tone="error">{sentenceOf(ask.error)}</Notice> : null}
      {ask.data ? (
        <>
          <AnswerBar policies={ask.data.policies} />
          {ask.data.policies.map((policy) => (
            <AnswerCard key={policy.code} id={`checked-${policy.code}`} policy={policy} />
          ))}
        </>
      ) : null}
    </Page>
  );
}

/** Whoever is in one group has not said that they are in no other; whoever is in none has said so of all. */
const groupFacts = (group: string) =>
  group === 'none'
    ? keyGroups
        .filter(({ value }) => value !== 'none')
        .map(({ value }) => ({ fact: `keyGroup.${value}`, value: false }))
    : [{ fact: `keyGroup.${group}`, value: true }];
