import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { touches } from '../client/cache/touches';
import { type Act, useChange } from '../client/cache/use-change';
import { Button } from '../ui/button';
import { Digits } from '../ui/digits';
import { confirmDanger } from '../ui/sheets/confirm';
import { spoken } from '../ui/spoken';

/** How long an opened value stays on the screen, in milliseconds. */
const shownFor = 60_000;

interface Props<Input, Answer> {
  /** Told apart from others on the page; the button is `reveal-<id>`, and `hide-<id>` while the value is shown. */
  id: string;
  label: string;
  masked: string;
  opens: boolean;
  /** What opening means, asked before it is done. */
  warning: string;
  /** The area's procedure that opens it, and logs that it was opened. */
  reveal: Act<Input, Answer>;
  /** What the procedure is asked. */
  input: Input;
  read: (answer: Answer) => string;
}

/** A masked value that may be opened for a minute; each opening is asked about first, since it is a logged act. */
export function SealedValue<Input, Answer>(props: Props<Input, Answer>) {
  const { id, label, masked, opens, warning, reveal, input, read } = props;
  const { run, failure } = useChange(reveal, touches.nothing);
  const [shown, setShown] = useState<string | null>(null);

  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);

  const open = async () => {
    if (!(await confirmDanger({ title: `查看${label}`, body: warning, confirm: '查看' }))) return;
    const answer = await run(input);
    setShown(answer === null ? null : read(answer));
  };

  const word = shown === null ? '查看' : '隐藏';
  return (
    <>
      <View {...spoken({ live: 'polite' })}>
        <Digits>{shown ?? masked}</Digits>
      </View>
      {opens ? (
        <Button
          id={`${shown === null ? 'reveal' : 'hide'}-${id}`}
          kind="text"
          label={`${word}${label}`}
          onTap={shown === null ? open : () => setShown(null)}
        >
          {word}
        </Button>
      ) : null}
      {shown === null ? null : <View className="xh-opened-note">60 秒后自动隐藏</View>}
      {failure === null ? null : (
        <View className="xh-field-error" {...spoken({ role: 'alert' })}>
          {failure.message}
        </View>
      )}
    </>
  );
}
