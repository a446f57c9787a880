import { papers } from '@shared/kernel/identity-paper';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { Digits } from '../../ui/digits';
import { afterTap } from '../../ui/fields/after-tap';
import { Field as FieldFrame } from '../../ui/fields/field';
import { TextField } from '../../ui/fields/text-field';
import { type Holds, isWhole, wrongIn } from './sealed-ready';

interface Props<Sealed extends string> {
  name: Sealed;
  label: string;
  hint: string;
  holds: Holds;
  masked: string | undefined;
  /** Why it may not be filled in yet; null when it may. */
  closed: string | null;
  /** The value typed last is on its way. */
  sealing: boolean;
  /** The server's sentence about the value typed last, which it did not take. */
  refusal: string | undefined;
  /** What is missing, or stands against taking part. */
  problem: string | undefined;
  keeper: {
    seal: (name: Sealed, value: string) => void;
    unseal: (name: Sealed, typed: string) => void;
    letGo: (name: Sealed) => void;
  };
  onLeave: () => void;
}

/** A number that only the server keeps: shown masked; typed anew when it changes, and sent only once it is complete. */
export function SealedField<Sealed extends string>(props: Props<Sealed>) {
  const { name, label, hint, holds, masked, closed, sealing, refusal, problem, keeper, onLeave } = props;
  const [typed, setTyped] = useState('');
  const [anew, setAnew] = useState(false);
  const [left, setLeft] = useState(false);
  const wasSealing = useRef(false);
  useEffect(() => {
    if (wasSealing.current && !sealing && !refusal) {
      setTyped('');
      setAnew(false);
    }
    wasSealing.current = sealing;
  }, [sealing, refusal]);

  // Gone with its question: nothing waits for it any more.
  useEffect(() => () => keeper.letGo(name), [keeper, name]);

  const type = (value: string) => {
    setTyped(value);
    setLeft(false);
    setAnew(true);
    wasSealing.current = false;
    if (isWhole(holds, value)) keeper.seal(name, value);
    else keeper.unseal(name, value);
  };
  const frame = { id: `field-${name}`, label, hint };
  if (closed !== null) {
    return (
      <View>
        <FieldFrame {...frame}>
          {masked ? <Digits id={`masked-${name}`}>{masked}</Digits> : null}
          <View id={`closed-${name}`} className="xh-row-detail">
            {closed}
          </View>
        </FieldFrame>
      </View>
    );
  }
  if (masked && !anew) {
    // A place of its own: when the number has been kept, the fields beside it are not sent to WeChat again while one is typed into.
    return (
      <View>
        <FieldFrame {...frame} error={problem}>
          <View className="xh-masked">
            <Digits id={`masked-${name}`}>{masked}</Digits>
            <Button id={`edit-${name}`} kind="text" label={`修改${label}`} onTap={() => setAnew(true)}>
              修改
            </Button>
          </View>
        </FieldFrame>
      </View>
    );
  }
  const wrong = left && typed !== '' ? wrongIn(holds, typed) : null;
  return (
    <View>
      <TextField
        {...frame}
        type={keyboardOf(holds)}
        value={typed}
        error={refusal ?? wrong ?? problem}
        onChange={type}
        onBlur={() => {
          if (typed !== '' && wrongIn(holds, typed) === null) keeper.seal(name, typed);
          afterTap(() => setLeft(true));
          onLeave();
        }}
      />
    </View>
  );
}

function keyboardOf(holds: Holds): 'phone' | 'idcard' | 'code' {
  if (holds === 'phone' || holds === 'account') return 'phone';
  return papers[holds].tellsBirthDate ? 'idcard' : 'code';
}
