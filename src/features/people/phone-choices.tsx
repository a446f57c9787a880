import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { usePhoneReminders } from '../../patterns/use-phone-offer';
import { Card } from '../../ui/card';
import { CheckRow } from '../../ui/fields/check-row';
import { SwitchRow } from '../../ui/fields/switch-row';
import { Notice } from '../../ui/notice';

/** What one is told of beside the app's own inbox, kind by kind and road by road. Everything is in the inbox whatever is chosen here. */
export function PhoneChoices() {
  const { data } = usePhoneReminders();
  const choose = useChange(api.notices.choosePhone, touches.phone);
  const agree = useChange(api.notices.chooseTexts, touches.phone);
  if (!data || (data.items.length === 0 && data.texts === null)) return null;
  const { items, texts } = data;
  const failure = choose.failure ?? agree.failure;
  return (
    <>
      <Notice tone="info">所有通知都在小程序的“消息”里。下面选择还要怎样提醒您，随时可改，改后立即生效。</Notice>
      {failure ? <Notice tone="error">{failure.message}</Notice> : null}
      {texts === null ? null : (
        <Card title="短信提醒">
          <CheckRow
            id="texts"
            label={texts.zh}
            hint={texts.given ? `${texts.words}本月已发 ${texts.sent} 条。` : texts.words}
            checked={texts.given}
            disabled={agree.busy}
            onChange={(agreed) => void agree.run({ agreed, version: texts.version })}
          />
        </Card>
      )}
      {items.map(({ purpose, zh, templateId, left, wanted, text }) => (
        <Card key={purpose} title={zh}>
          {templateId === null ? null : (
            <SwitchRow
              id={`wechat-${purpose}`}
              label="微信提醒"
              hint={wanted ? hintOf(left) : '不发微信提醒'}
              checked={wanted}
              onChange={(next) => void choose.run({ purpose, road: 'wechat', wanted: next })}
            />
          )}
          {text === null || texts === null ? null : (
            <SwitchRow
              id={`text-${purpose}`}
              label="短信"
              hint={texts.given ? '发到报名表中填写的手机号' : '先勾选上面的“同意接收短信提醒”'}
              checked={text && texts.given}
              disabled={!texts.given}
              onChange={(next) => void choose.run({ purpose, road: 'text', wanted: next })}
            />
          )}
        </Card>
      ))}
    </>
  );
}

const hintOf = (left: number): string =>
  left > 0 ? `您已同意，还能提醒 ${left} 次` : '提交时微信会询问，同意一次提醒一次';
