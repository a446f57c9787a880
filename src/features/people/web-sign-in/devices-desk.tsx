import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { goSignIn } from '../../../client/go';
import { platformKnowsCaller } from '../../../client/session/session';
import { sentenceOf } from '../../../client/transport/failure';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';
import { useMe } from '../use-me';
import './web-sign-in.scss';

type Device = Awaited<ReturnType<typeof api.people.devices>>['devices'][number];

/** Where one is signed in, since when, last used when; each ended at once, or all others together. */
export function DevicesDesk() {
  const { signedIn } = useMe();
  const ask = useAsk(['people', 'devices'], () => api.people.devices({}), signedIn);
  const endOne = useChange(api.people.endDevice, touches.devices);
  const endAll = useChange(api.people.endOtherDevices, touches.devices);
  if (!signedIn) {
    return (
      <Page
        title="登录设备"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('account/devices'))}>
            登录
          </Button>
        }
      >
        <Empty title="还没有登录" />
      </Page>
    );
  }
  const devices = ask.data?.devices ?? [];
  const others = devices.filter(({ current }) => !current);
  const failure = endOne.failure ?? endAll.failure;
  const end = async ({ deviceId, deviceZh }: Device) => {
    const sure = { title: '结束登录', body: `“${deviceZh}”会立即退出登录。`, confirm: '结束' };
    if ((await confirmDanger(sure)) && (await endOne.run({ deviceId }))) toast('已结束');
  };
  const endOthers = async () => {
    const sure = { title: '结束其他设备', body: `其他 ${others.length} 台设备会立即退出登录。`, confirm: '全部结束' };
    if ((await confirmDanger(sure)) && (await endAll.run({}))) toast('已结束');
  };
  return (
    <Page
      refused={failure?.message}
      title={others.length === 0 ? '没有其他设备登录' : `还有 ${others.length} 台设备登录着`}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
      {...(others.length > 1
        ? {
            action: (
              <Button id="end-others" kind="danger" busy={endAll.busy} onTap={endOthers}>
                结束其他全部
              </Button>
            ),
          }
        : {})}
    >
      <View className="xh-row-detail">不认得的设备，请结束它的登录。</View>
      {platformKnowsCaller ? <View className="xh-nothing">这部手机由微信识别，不在列表中。</View> : null}
      <View>
        {devices.map((device) => (
          <View key={device.deviceId} id={`device-${device.deviceId}`} className="xh-device">
            <View className="xh-row-text">
              <View>{device.deviceZh}</View>
              <View className="xh-row-detail">{`${momentZh(device.beganAt)} 登录`}</View>
              <View className="xh-row-detail">{`最近使用 ${momentZh(device.seenAt)}`}</View>
              {device.placeZh === '' ? null : <View className="xh-row-detail">{`网络 ${device.placeZh}`}</View>}
            </View>
            {device.current ? (
              <Tag tone="pass">本机</Tag>
            ) : (
              <Button
                id={`end-${device.deviceId}`}
                kind="text"
                label={`结束${device.deviceZh}的登录`}
                onTap={() => end(device)}
              >
                结束
              </Button>
            )}
          </View>
        ))}
      </View>
    </Page>
  );
}
