import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/touches';
import { useChange } from '../../client/use-change';
import { Button } from '../../ui/button';
import { confirmDanger } from '../../ui/confirm';
import { Digits } from '../../ui/digits';
import { spoken } from '../../ui/spoken';

/** How long an opened value stays on the screen, in milliseconds. */
const shownFor = 60_000;

/** Only who holds the entry may open its sealed values; a reviewer who does not is told how to. */
export type Opens = 'yes' | 'afterClaim' | 'no';

interface Props {
  entryId: string;
  /** Names the value to the server: `leader.idNumber`, or a member's phone. */
  field: string;
  label: string;
  masked: string;
  opens: Opens;
}

/** A personal value: masked, opened on request for a minute, each opening a logged act. */
export function SealedValue({ entryId, field, label, masked, opens }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  const { run, failure } = useChange(api.screening.reveal, touches.nothing);
  const hide = () => setShown(null);

  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);

  const open = async () => {
    const body = `将显示完整的${label} 60 秒。本次查看会留下记录，参赛者可以看到，请仅用于审核。`;
    if (!(await confirmDanger({ title: `查看${label}`, body, confirm: '查看' }))) return;
    const answer = await run({ entryId, field });
    if (answer) setShown(answer.value);
  };

  const id = field.replace(/[^A-Za-z0-9-]/g, '-');
  return (
    <View className="xh-sealed">
      <View {...spoken({ live: 'polite' })}>
        <Digits>{shown ?? masked}</Digits>
      </View>
      {opens === 'yes' ? (
        <Button
          id={shown === null ? `reveal-${id}` : `hide-${id}`}
          kind="text"
          label={`${shown === null ? '查看' : '隐藏'}${label}`}
          onTap={shown === null ? open : hide}
        >
          {shown === null ? '查看' : '隐藏'}
        </Button>
      ) : null}
      {shown === null ? null : <View className="xh-sealed-note">60 秒后自动隐藏</View>}
      {opens === 'afterClaim' ? <View className="xh-sealed-note">受理后可以查看完整号码</View> : null}
      {failure ? (
        <View className="xh-field-error" {...spoken({ role: 'alert' })}>
          {failure.message}
        </View>
      ) : null}
    </View>
  );
}
