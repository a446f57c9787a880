import { fieldsOf } from '@shared/entry/fields';
import { View } from '@tarojs/components';
import { Card } from '../../../ui/card';
import { CheckRow } from '../../../ui/fields/check-row';
import { TextField } from '../../../ui/fields/text-field';
import type { Contest, EntryView } from '../entry-view';
import type { KeptSection, SectionKeeper } from '../form/section-keeper';
import { Consents } from './consents';

interface Props {
  entryId: string;
  contest: Contest;
  consents: EntryView['consents'];
  keeper: SectionKeeper;
  kept: KeptSection;
  problemOf: (name: string) => string | undefined;
  onLeave: (name: string) => void;
  onGiven: (entry: EntryView) => void;
}

/** The declaration with its signature, and the two consents, each with what it is for; none is ticked beforehand. */
export function Declaration({ entryId, contest, consents, keeper, kept, problemOf, onLeave, onGiven }: Props) {
  const [typedName, agreed] = fieldsOf.declaration;

  return (
    <>
      <Consents entryId={entryId} consents={consents} problemOf={problemOf} onGiven={onGiven} />
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
