import { Text, View } from '@tarojs/components';
import { api } from '../../client/api';
import { SealedValue } from '../../patterns/sealed-value';

interface Props {
  feedbackId: string;
  masked: string;
  /** Only who answers may open it. */
  opens: boolean;
}

/** How the sender may be reached: masked, opened on request. */
export function FeedbackContact({ feedbackId, masked, opens }: Props) {
  return (
    <View className="xh-feedback-contact">
      <Text>联系方式：</Text>
      <SealedValue
        id={feedbackId}
        label="联系方式"
        masked={masked}
        opens={opens}
        warning="将显示完整的联系方式 60 秒。本次查看会留下记录，请仅用于办理这件投诉建议。"
        reveal={api.people.revealContact}
        input={{ feedbackId }}
        read={({ contact }) => contact}
      />
    </View>
  );
}
