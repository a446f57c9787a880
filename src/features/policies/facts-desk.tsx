import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { goBack } from '../../client/go';
import { Failure } from '../../client/transport/failure';
import { AskedPage } from '../../patterns/asked-page';
import { ClosingNote } from '../../patterns/closing-note';
import { useOpenFile } from '../../patterns/files/use-open-file';
import { useTypedForm } from '../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../patterns/use-field-errors';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { confirmDanger } from '../../ui/sheets/confirm';
import { toast } from '../../ui/sheets/toast';
import { Tag } from '../../ui/tag';
import { type FactView, sayable, useMyAnswers } from './answers';
import { FactField, type FactValue } from './fact-field';
import { idOfFact } from './fact-input';
import { OpenEvidence } from './open-evidence';

/**
 * What is known of oneself and from where; what policies still ask comes first.
 * @param only these facts are asked, as one comes from a policy that lacks them; null: all that policies ask
 */
export function FactsDesk({ only }: { only: readonly string[] | null }) {
  const ask = useAsk(['policies', 'myFacts'], () => api.policies.myFacts({}));
  const { ask: answers } = useMyAnswers();
  const wanted = only ?? sayable(answers.data?.policies ?? []);
  return (
    <AskedPage ask={ask} here={link('policy/facts')} missing="没有找到您的资料">
      {({ facts }) => <Facts facts={facts} wanted={wanted} />}
    </AskedPage>
  );
}

/** A refusal names facts by their place among those that were sent; here each is named itself. */
const byFact = ({ code, message, fields }: Failure, sent: readonly string[]): Failure =>
  new Failure(
    code,
    message,
    Object.fromEntries(
      Object.entries(fields).map(([path, sentence]) => [
        sent[Number(/^facts\.(\d+)/.exec(path)?.[1])] ?? path,
        sentence,
      ]),
    ),
  );

function Facts({ facts, wanted }: { facts: readonly FactView[]; wanted: readonly string[] }) {
  const form = useTypedForm('facts');
  const fieldOf = (fact: string) => form.field<FactValue | null>(fact, null);
  const declare = useChange(api.policies.declareFacts, touches.policies);
  const withdraw = useChange(api.policies.withdrawFact, touches.policies);
  const { open, refusal: unopened } = useOpenFile(api.policies.openFactFile);
  const asked = facts.filter(({ fact, value, declarable }) => declarable && value === null && wanted.includes(fact));
  const known = facts.filter(({ value }) => value !== null);
  const said = asked.flatMap(({ fact }) => {
    const [value] = fieldOf(fact);
    return value === null ? [] : [{ fact, value }];
  });
  // A refusal counts what was sent; what is typed since then does not move it to another field.
  const [sent, setSent] = useState<readonly string[]>([]);
  const refusal = useMemo(() => declare.failure && byFact(declare.failure, sent), [declare.failure, sent]);
  const errors = useFieldErrors(refusal, Object.fromEntries(asked.map(({ fact }) => [fact, null])), idOfFact);
  const save = async () => {
    setSent(said.map(({ fact }) => fact));
    if (!(await declare.run({ facts: said }))) return;
    form.sent();
    toast('已保存');
    if (said.length === asked.length) await goBack('policies');
  };
  const takeBack = async ({ fact, zh }: FactView) => {
    const body = '收回以后按“还不清楚”对待，可以再填。工作人员核对过的不受影响。';
    if (await confirmDanger({ title: `收回“${zh}”`, body, confirm: '收回' })) await withdraw.run({ fact });
  };
  return (
    <Page
      title={asked.length > 0 ? `还有 ${asked.length} 项情况可以补充` : '您的情况已经填全'}
      refused={errors.general ?? withdraw.failure?.message}
      action={
        asked.length > 0 ? (
          <Button id="save-facts" busy={declare.busy} disabled={said.length === 0} onTap={save}>
            保存
          </Button>
        ) : undefined
      }
    >
      <ClosingNote scopes={['module:policies']} />
      {asked.length > 0 ? (
        <>
          <View className="xh-row-detail">
            只用来核对您能享受哪些政策，随时可以收回。残疾、低保等情况这里不问，申请时需要才填。
          </View>
          <Card>
            {asked.map((fact) => (
              <FactField
                key={fact.fact}
                fact={fact}
                value={fieldOf(fact.fact)[0]}
                onChange={fieldOf(fact.fact)[1]}
                error={errors.of(fact.fact)}
              />
            ))}
          </Card>
        </>
      ) : null}
      {unopened === null ? null : <Notice tone="error">{unopened}</Notice>}
      {known.length > 0 ? (
        <Card title="已经知道的情况">
          {known.map((fact) => (
            <ListRow
              key={fact.fact}
              id={`known-${fact.fact}`}
              title={fact.zh}
              detail={
                <>
                  <View>{`${fact.valueZh ?? ''}，${fact.sourceZh ?? ''}`}</View>
                  {fact.otherwiseZh ? <View>{`另有说法：${fact.otherwiseZh}`}</View> : null}
                  <OpenEvidence id={`evidence-of-${fact.fact}`} fact={fact} onOpen={open} />
                  {fact.withdrawable ? (
                    <Button
                      id={`withdraw-${fact.fact}`}
                      kind="text"
                      label={`收回“${fact.zh}”`}
                      busy={withdraw.busy}
                      onTap={() => takeBack(fact)}
                    >
                      收回
                    </Button>
                  ) : null}
                </>
              }
              aside={fact.checked ? <Tag tone="pass">已核对</Tag> : undefined}
            />
          ))}
        </Card>
      ) : null}
    </Page>
  );
}
