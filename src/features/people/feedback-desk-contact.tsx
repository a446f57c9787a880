import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/touches';
import { useChange } from '../../client/use-change';
import { Button } from '../../ui/button';
import { confirmDanger } from '../../ui/confirm';
import { Digits } from '../../ui/digits';
import { spoken } from '../../ui/spoken';

/** How long an opened contact stays on the screen, in milliseconds. */
const shownFor = 60_000;

interface Props {
  feedbackId: string;
  masked: string;
  /** Only who answers may open it. */
  opens: boolean;
}

/** How the sender may be reached: masked, opened on request for a minute, each opening a logged act. */
export function FeedbackContact({ feedbackId, masked, opens }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  const { run, failure } = useChange(api.people.revealContact, touches.nothing);

  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);

  const open = async () => {
    const body = '将显示完整的联系方式 60 秒。本次查看会记入操作日志，请仅用于办理这件投诉建议。';
    if (!(await confirmDanger({ title: '查看联系方式', body, confirm: '查看' }))) return;
    const answer = await run({ feedbackId });
    if (answer) setShown(answer.contact);
  };

  return (
    <View className="xh-feedback-contact">
      <Text>联系方式：</Text>
      <View {...spoken({ live: 'polite' })}>
        <Digits>{shown ?? masked}</Digits>
      </View>
      {opens ? (
        <Button
          id={`${shown === null ? 'reveal' : 'hide'}-${feedbackId}`}
          kind="text"
          label={`${shown === null ? '查看' : '隐藏'}联系方式`}
          onTap={shown === null ? open : () => setShown(null)}
        >
          {shown === null ? '查看' : '隐藏'}
        </Button>
      ) : null}
      {failure ? (
        <View className="xh-field-error" {...spoken({ role: 'alert' })}>
          {failure.message}
        </View>
      ) : null}
    </View>
  );
}
