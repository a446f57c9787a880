import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { usePhoneReminders } from '../../patterns/use-phone-offer';
import { Card } from '../../ui/card';
import { SwitchRow } from '../../ui/fields/switch-row';
import { Notice } from '../../ui/notice';

/** What one is told of in WeChat too. Everything is in the app's own inbox whatever is chosen here. */
export function PhoneChoices() {
  const { data } = usePhoneReminders();
  const choose = useChange(api.notices.choosePhone, touches.phone);
  if (!data || data.items.length === 0) return null;
  return (
    <Card title="微信提醒">
      {choose.failure ? <Notice tone="error">{choose.failure.message}</Notice> : null}
      {data.items.map(({ purpose, zh, left, wanted }) => (
        <SwitchRow
          key={purpose}
          id={`phone-${purpose}`}
          label={zh}
          hint={wanted ? hintOf(left) : '只在小程序的“消息”里告诉您'}
          checked={wanted}
          onChange={(next) => void choose.run({ purpose, wanted: next })}
        />
      ))}
    </Card>
  );
}

const hintOf = (left: number): string =>
  left > 0 ? `您已同意，还能提醒 ${left} 次` : '提交时微信会询问，同意一次提醒一次';
