import type { Field } from '@shared/entry/fields';
import { type PaperKind, papers } from '@shared/kernel/identity-paper';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { Digits } from '../../ui/digits';
import { afterTap } from '../../ui/fields/after-tap';
import { Field as FieldFrame } from '../../ui/fields/field';
import { TextField } from '../../ui/fields/text-field';
import type { SealedName, SectionKeeper } from './form-keeper';
import { isWhole, wrongIn } from './sealed-ready';

interface Props {
  field: Field;
  name: SealedName;
  /** The paper that a number is of. */
  paper: PaperKind;
  masked: string | undefined;
  /** Why it may not be filled in yet; null when it may. */
  closed: string | null;
  /** The value typed last is on its way. */
  sealing: boolean;
  /** The server's sentence about the value typed last, which it did not take. */
  refusal: string | undefined;
  /** What is missing, or stands against taking part. */
  problem: string | undefined;
  keeper: SectionKeeper;
  onLeave: () => void;
}

/** A number that only the server keeps: shown masked; typed anew when it changes, and sent only once it is complete. */
export function SealedField({ field, name, paper, masked, closed, sealing, refusal, problem, keeper, onLeave }: Props) {
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

  const type = (value: string) => {
    setTyped(value);
    setLeft(false);
    setAnew(true);
    wasSealing.current = false;
    if (isWhole(name, paper, value)) keeper.seal(name, value);
    else keeper.unseal(name);
  };
  const frame = { id: `field-${name}`, label: field.zh, hint: field.hintZh };
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
            <Button id={`edit-${name}`} kind="text" label={`修改${field.zh}`} onTap={() => setAnew(true)}>
              修改
            </Button>
          </View>
        </FieldFrame>
      </View>
    );
  }
  const wrong = left && typed !== '' ? wrongIn(name, paper, typed) : null;
  return (
    <View>
      <TextField
        {...frame}
        type={name === 'phone' ? 'phone' : papers[paper].tellsBirthDate ? 'idcard' : 'code'}
        value={typed}
        error={refusal ?? wrong ?? problem}
        onChange={type}
        onBlur={() => {
          if (typed !== '' && wrongIn(name, paper, typed) === null) keeper.seal(name, typed);
          afterTap(() => setLeft(true));
          onLeave();
        }}
      />
    </View>
  );
}
