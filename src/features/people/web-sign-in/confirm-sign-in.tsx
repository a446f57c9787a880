import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { Button } from '../../../ui/button';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';

export type SeenSignIn = NonNullable<Awaited<ReturnType<typeof api.people.seeWebSignIn>>['request']>;

interface Props {
  request: SeenSignIn;
  onEnd: (how: 'confirmed' | 'refused') => void;
  onBack: () => void;
}

/** Which browser wants in, and the two digits that must stand on its screen as well: read before it is let in. */
export function ConfirmSignIn({ request, onEnd, onBack }: Props) {
  const { signInId, deviceZh, placeZh, matchNumber } = request;
  const confirm = useChange(api.people.confirmWebSignIn, touches.nothing);
  const refuse = useChange(api.people.refuseWebSignIn, touches.nothing);
  const failure = confirm.failure ?? refuse.failure;
  const end = async (how: 'confirmed' | 'refused') => {
    const act = how === 'confirmed' ? confirm : refuse;
    if (await act.run({ signInId })) onEnd(how);
  };
  return (
    <Page
      title="让这台电脑登录？"
      action={
        <>
          <Button id="web-confirm" busy={confirm.busy} disabled={failure !== null} onTap={() => end('confirmed')}>
            确认登录
          </Button>
          <Button id="web-refuse" kind="text" busy={refuse.busy} onTap={() => (failure ? onBack() : end('refused'))}>
            {failure ? '返回' : '不是我操作'}
          </Button>
        </>
      }
    >
      {failure === null ? null : <Notice tone="error">{failure.message}</Notice>}
      <View className="xh-web-match">
        <View id="web-match" className="xh-web-number">
          {matchNumber}
        </View>
        <View>电脑屏幕上显示的也应是 {matchNumber}</View>
      </View>
      <KeyValue
        items={[{ label: '设备', value: deviceZh }, ...(placeZh === '' ? [] : [{ label: '网络', value: placeZh }])]}
      />
      <Notice tone="warn" title="数字不同，或不是您自己在登录，请点“不是我操作”">
        别人发来的二维码、登录码，请不要确认。确认后，那台电脑能用您的身份办理。
      </Notice>
    </Page>
  );
}
