import { fieldsOf } from '@shared/entry/fields';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { useChange } from '../../client/use-change';
import { Card } from '../../ui/card';
import { CheckRow } from '../../ui/check-row';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import type { Contest, EntryView } from './entry-view';
import type { Kept, SectionKeeper } from './section-keeper';

interface Props {
  entryId: string;
  contest: Contest;
  consents: EntryView['consents'];
  keeper: SectionKeeper;
  kept: Kept;
  problemOf: (name: string) => string | undefined;
  onLeave: (name: string) => void;
}

/** The declaration with its signature, and the two consents, each with what it is for; none is ticked beforehand. */
export function Declaration({ entryId, contest, consents, keeper, kept, problemOf, onLeave }: Props) {
  const give = useChange(api.entry.giveConsents);
  const [ticked, setTicked] = useState<Record<string, boolean>>({});
  const given = (kind: string) =>
    ticked[kind] ?? consents.some((consent) => consent.kind === kind && consent.givenAt !== null);
  const [typedName, agreed] = fieldsOf.declaration;

  const tick = async (kind: string, checked: boolean) => {
    const next = { sensitive: given('sensitive'), publicDisplay: given('publicDisplay'), [kind]: checked };
    setTicked({ ...ticked, [kind]: checked });
    const answer = await give.run({ entryId, sensitive: next.sensitive, publicDisplay: next.publicDisplay });
    if (answer) return keeper.learn(answer.sections);
    setTicked({ ...ticked, [kind]: !checked });
  };

  return (
    <>
      <Card title="个人信息授权">
        {consents.map(({ kind, zh, bodyZh, required }) => (
          <CheckRow
            key={kind}
            id={`consent-${kind}`}
            label={required ? zh : `${zh}（选填）`}
            hint={bodyZh}
            checked={given(kind)}
            disabled={give.busy}
            error={problemOf(`consent.${kind}`)}
            onChange={(checked) => void tick(kind, checked)}
          />
        ))}
        {give.failure ? <Notice tone="error">{give.failure.message}</Notice> : null}
      </Card>
      <Card title="承诺书">
        <View className="xh-own-words">{contest.declaration.bodyZh}</View>
        {agreed ? (
          <CheckRow
            id="field-agreed"
            label={agreed.zh}
            checked={kept.values.agreed === true}
            error={problemOf('agreed')}
            onChange={(checked) => {
              keeper.change('agreed', checked);
              onLeave('agreed');
            }}
          />
        ) : null}
        {typedName ? (
          <TextField
            id="field-typedName"
            label={typedName.zh}
            hint={typedName.hintZh}
            max={typedName.max ?? 30}
            value={typeof kept.values.typedName === 'string' ? kept.values.typedName : ''}
            error={problemOf('typedName')}
            onChange={(value) => keeper.change('typedName', value)}
            onBlur={() => onLeave('typedName')}
          />
        ) : null}
      </Card>
    </>
  );
}
