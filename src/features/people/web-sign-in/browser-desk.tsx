import { webCodeZh } from '@shared/people/web-sign-in';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Digits } from '../../../ui/digits';
import { Notice } from '../../../ui/notice';
import { QrPicture } from '../../../ui/qr/qr-picture';
import { Section } from '../../../ui/section';
import { Skeleton } from '../../../ui/skeleton';
import { spoken } from '../../../ui/spoken';
import { useWebSignIn, type WebSignIn } from './use-web-sign-in';
import './web-sign-in.scss';

/** In a browser: what the phone scans or types, and how far it has got. */
export function BrowserDesk({ onSession }: { onSession: (session: string) => void }) {
  const [round, setRound] = useState(0);
  return (
    <Section id="web-sign-in" title="用手机登录">
      <Asking key={round} onSession={onSession} onAnew={() => setRound(round + 1)} />
    </Section>
  );
}

function Asking({ onSession, onAnew }: { onSession: (session: string) => void; onAnew: () => void }) {
  const wish = useWebSignIn(onSession);
  return (
    <>
      {wish.failure === null ? null : <Notice tone="error">{wish.failure}</Notice>}
      <View {...spoken({ live: 'polite' })}>
        <Standing wish={wish} anew={onAnew} />
      </View>
    </>
  );
}

function Standing({ wish, anew }: { wish: WebSignIn; anew: () => void }) {
  const { state, code, scan, matchNumber } = wish;
  const another = (words: string) => (
    <Button id="web-anew" kind="secondary" onTap={anew}>
      {words}
    </Button>
  );
  if (state === 'beginning') return <Skeleton rows={4} />;
  if (state === 'seen') {
    return (
      <>
        <View className="xh-web-match">
          <View id="web-match" className="xh-web-number">
            {matchNumber}
          </View>
          <View>手机上已打开。请核对手机显示的也是 {matchNumber}，再在手机上点“确认登录”。</View>
        </View>
        {another('不是我的手机，换一个')}
      </>
    );
  }
  if (state === 'refused') {
    return (
      <>
        <Notice tone="warn" title="手机上已拒绝这次登录" />
        {another('重新获取登录码')}
      </>
    );
  }
  if (state === 'idle' || scan === null) {
    return (
      <>
        <Notice tone="info" title="登录码已过期" />
        {another('重新获取登录码')}
      </>
    );
  }
  return (
    <View className="xh-web-ways">
      <QrPicture id="web-qr" label="登录二维码" text={scanAddress(scan)} />
      <View className="xh-web-steps">
        <View>1. 手机打开微信小程序“星火项目创业大赛”</View>
        <View>2. 进入“我的—电脑登录”，扫二维码，或输入登录码</View>
        <View id="web-code" className="xh-web-code">
          <Digits>{webCodeZh(code)}</Digits>
        </View>
        <View className="xh-row-detail">5 分钟内有效，到时自动更换。请不要把二维码和登录码发给别人。</View>
      </View>
    </View>
  );
}

/** Our own page with the token in it: the mini app takes the token out, and whoever opens it elsewhere is told where to scan. */
const scanAddress = (scan: string): string => `${window.location.origin}${link('account/web-sign-in', { scan })}`;
