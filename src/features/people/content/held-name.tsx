import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { toast } from '../../../ui/sheets/toast';

type Held = Awaited<ReturnType<typeof api.people.contentChecks>>['names'][number];

/** A nickname that is not shown yet: staff take it, or refuse it in words that its owner reads. */
export function HeldName({ held }: { held: Held }) {
  const { personId, version, name, shown, state, since } = held;
  const [why, setWhy] = useState('');
  const decide = useChange(api.people.decideName, touches.feedback);
  const errors = useFieldErrors(decide.failure, {});
  const refused = decide.failure?.fields?.why;
  async function say(taken: boolean): Promise<void> {
    if (await decide.run({ personId, version, taken, why })) toast(taken ? '已采用' : '已告知本人');
  }
  return (
    <Card id={`name-${personId}`}>
      <View className="xh-row-title">{name}</View>
      <View className="xh-row-detail">
        {`现在显示“${shown}”，${momentZh(since)}填写，${state === 'review' ? '需要人工核对' : '稍后自动再核'}`}
      </View>
      {errors.general === null || refused ? null : <Notice tone="error">{errors.general}</Notice>}
      <TextField
        id={`why-${personId}`}
        label="不能用的原因"
        hint="不采用时填写，本人会看到"
        max={60}
        value={why}
        onChange={setWhy}
        error={refused}
      />
      <Button id={`take-${personId}`} kind="secondary" busy={decide.busy} onTap={() => say(true)}>
        可以用
      </Button>
      <Button id={`refuse-${personId}`} kind="secondary" busy={decide.busy} onTap={() => say(false)}>
        不采用
      </Button>
    </Card>
  );
}
