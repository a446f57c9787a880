import { countdownZh } from '@shared/kernel/moment-words';
import { fromRfc3339 } from '@shared/kernel/shanghai';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { serverNow } from '../../../client/server-clock';
import { Digits } from '../../../ui/digits';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import './room-code.scss';

type Shown = Awaited<ReturnType<typeof api.training.showCode>>;

const everySecond = 1000;
/** So often the room sees how many have typed it. */
const askedEvery = 10;

/** The code for the room's screen, as large as it goes; a new one comes by itself as the old one runs out. */
export function RoomCode({ classId, n }: { classId: string; n: number }) {
  const show = useChange(api.training.showCode, touches.nothing);
  const [shown, setShown] = useState<Shown | null>(null);
  const [second, setSecond] = useState(0);
  const { run } = show;
  useEffect(() => {
    const timer = setInterval(() => setSecond((each) => each + 1), everySecond);
    return () => clearInterval(timer);
  }, []);
  const turn = Math.floor(second / askedEvery);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at each turn
  useEffect(() => {
    let gone = false;
    void run({ classId, n }).then((told) => {
      if (told && !gone) setShown(told);
    });
    return () => {
      gone = true;
    };
  }, [run, classId, n, turn]);
  const left = shown === null ? 0 : (fromRfc3339(shown.endsAt) ?? 0) - serverNow();
  return (
    <Page title={shown === null ? '签到码' : `已签到 ${shown.typed} 人，共 ${shown.people} 人`}>
      {show.failure ? <Notice tone="error">{show.failure.message}</Notice> : null}
      {shown === null || left <= 0 ? null : (
        <View className="room-code">
          <View className="room-code-digits">
            <Digits id="room-code">{`${shown.code.slice(0, 3)} ${shown.code.slice(3)}`}</Digits>
          </View>
          <View className="room-code-left">{`还有 ${countdownZh(left)}`}</View>
          <View>打开小程序“我的—创业培训”，进入本班输入这 6 位数字。不方便用手机的，请告诉老师。</View>
        </View>
      )}
    </Page>
  );
}
