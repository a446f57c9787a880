import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { Button } from '../../../ui/button';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import type { FactView } from '../answers';
import { OpenEvidence } from '../open-evidence';
import { CheckFactSheet } from './check-fact-sheet';
import { FactEvidence } from './fact-evidence';

export type KnownFacts = Awaited<ReturnType<typeof api.policies.factsOf>>;

/** The facts behind the answers, each with its source and day; whoever handles the entry writes down what they checked. */
export function ApplicantFacts({ entryId, known: { facts, history, checks } }: { entryId: string; known: KnownFacts }) {
  const [checking, setChecking] = useState<FactView | null>(null);
  const [more, setMore] = useState(false);
  const { open, refusal } = useOpenFile((asked: { uploadId: string }, options) =>
    api.policies.openFactFile({ ...asked, entryId }, options),
  );
  const said = facts.filter(({ value }) => value !== null);
  const unsaid = checks ? facts.filter(({ value, checkable }) => value === null && checkable) : [];
  const row = (fact: FactView) => (
    <FactRow key={fact.fact} fact={fact} onCheck={checks ? () => setChecking(fact) : null} onOpen={open} />
  );
  if (facts.length === 0) return null;
  return (
    <>
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      <Section id="facts" title="所依据的情况">
        {said.map(row)}
        {more ? unsaid.map(row) : null}
        {unsaid.length > 0 && !more ? (
          <Button id="facts-more" kind="text" onTap={() => setMore(true)}>
            {`还有 ${unsaid.length} 项不清楚的，可以核对登记`}
          </Button>
        ) : null}
      </Section>
      {history.length > 0 ? (
        <Section id="fact-history" title="变更记录">
          {history.map(({ n, factId, evidence, zh, valueZh, sourceZh, learntAt, byZh, note, endedAt }) => (
            <ListRow
              key={n}
              id={`fact-was-${n}`}
              title={`${zh}：${valueZh}`}
              detail={
                <>
                  <View>{`${sourceZh}，${momentZh(learntAt)}${byZh === null ? '' : `，${byZh}登记`}`}</View>
                  {note === '' ? null : <View>{`依据：${note}`}</View>}
                  {factId === null ? null : (
                    <FactEvidence factId={factId} zh={zh} evidence={evidence} adds={checks} onOpen={open} />
                  )}
                </>
              }
              aside={endedAt === null ? undefined : <Tag tone="neutral">已更新</Tag>}
            />
          ))}
        </Section>
      ) : null}
      {checking === null ? null : (
        <CheckFactSheet key={checking.fact} entryId={entryId} fact={checking} onClose={() => setChecking(null)} />
      )}
    </>
  );
}

interface FactRowProps {
  fact: FactView;
  /** Null where this reader may not. */
  onCheck: (() => void) | null;
  onOpen: (uploadId: string) => Promise<void>;
}

function FactRow({ fact, onCheck, onOpen }: FactRowProps) {
  const { zh, valueZh, sourceZh, on, otherwiseZh, checked, checkable } = fact;
  return (
    <ListRow
      id={`fact-row-${fact.fact}`}
      title={zh}
      detail={
        <>
          <View>{valueZh === null ? '还不清楚' : `${valueZh}，${[sourceZh, on].filter(Boolean).join('，')}`}</View>
          {otherwiseZh ? <View>{`另有说法：${otherwiseZh}`}</View> : null}
          <OpenEvidence id={`evidence-of-${fact.fact}`} fact={fact} onOpen={onOpen} />
          {checkable && onCheck !== null ? (
            <Button id={`check-${fact.fact}`} kind="text" label={`核对登记，${zh}`} onTap={onCheck}>
              {checked ? '更正' : '核对登记'}
            </Button>
          ) : null}
        </>
      }
      aside={checked ? <Tag tone="pass">已核对</Tag> : undefined}
    />
  );
}
