import { scanTokenIn } from '@shared/people/web-sign-in';
import { link } from '@shared/routes';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go, goSignIn } from '../../../client/go';
import { CodeField } from '../../../patterns/codes/code-field';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { useMe } from '../use-me';
import { ConfirmSignIn, type SeenSignIn } from './confirm-sign-in';
import './web-sign-in.scss';
import { isBlank } from '@shared/kernel/typed/unseen';

const inWechat = process.env.TARO_ENV === 'weapp';

/** On the phone: signs in the browser whose code is scanned or typed, once its owner has seen which it is. `scanned`: the address, where WeChat scanned it by itself. */
export function PhoneDesk({ scanned }: { scanned: string }) {
  const { signedIn } = useMe();
  const [request, setRequest] = useState<SeenSignIn | null>(null);
  const [ended, setEnded] = useState<'confirmed' | 'refused' | null>(null);
  if (!inWechat && scanned !== '') {
    return (
      <Page title="电脑登录">
        <Notice tone="info" title="请在小程序中扫码">
          请打开微信小程序“星火项目创业大赛”，在“我的—电脑登录”中扫电脑上的二维码。
        </Notice>
      </Page>
    );
  }
  if (!signedIn) {
    return (
      <Page
        title="电脑登录"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('account/web-sign-in'))}>
            登录
          </Button>
        }
      >
        <Empty title="请先在手机上登录" hint="登录后可以让电脑上的网页也登录。" />
      </Page>
    );
  }
  if (ended !== null) {
    return (
      <Page
        title={ended === 'confirmed' ? '已确认，电脑上稍后进入' : '已拒绝这次登录'}
        action={
          <Button id="to-devices" kind="secondary" onTap={() => go('account/devices')}>
            查看登录设备
          </Button>
        }
      >
        <Notice tone={ended === 'confirmed' ? 'pass' : 'info'}>
          {ended === 'confirmed' ? '用完请在电脑上退出登录，也可以在“登录设备”中结束。' : '电脑上的登录码已作废。'}
        </Notice>
      </Page>
    );
  }
  return request === null ? (
    <AskForCode scanned={scanned} onSeen={setRequest} />
  ) : (
    <ConfirmSignIn request={request} onEnd={setEnded} onBack={() => setRequest(null)} />
  );
}

function AskForCode({ scanned, onSeen }: { scanned: string; onSeen: (request: SeenSignIn) => void }) {
  const see = useChange(api.people.seeWebSignIn, touches.nothing);
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const token = scanTokenIn(scanned);
  const ask = async (input: Parameters<typeof see.run>[0]): Promise<void> => {
    setSaid(null);
    const answer = await see.run(input);
    if (answer?.request) onSeen(answer.request);
    setSaid(answer?.messageZh ?? null);
  };
  const scan = async (): Promise<void> => {
    setSaid(null);
    // Off the screen in front alone: a picture that somebody sent is not read.
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).catch(() => ({
      result: '',
    }));
    if (result === '') return;
    const found = scanTokenIn(result);
    if (found === null) setSaid('这不是本赛事网页的登录二维码');
    else await ask({ by: 'scan', scan: found });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what WeChat itself scanned is asked for once.
  useEffect(() => {
    if (token !== null) void ask({ by: 'scan', scan: token });
  }, [token]);
  const wrong = said ?? see.failure?.message;
  return (
    <Page
      title="电脑登录"
      {...(inWechat
        ? {
            action: (
              <Button id="web-scan" busy={see.busy} onTap={scan}>
                扫电脑上的二维码
              </Button>
            ),
          }
        : {})}
    >
      <Notice tone="info">在电脑浏览器上打开本赛事网页，点“登录”，会显示二维码和登录码。</Notice>
      <CodeField
        id="web-code-typed"
        zh="登录码"
        digitsFrom="电脑网页上显示的 8 位数字"
        required={!inWechat}
        value={code}
        onChange={setCode}
        error={wrong}
      />
      <Button
        id="web-code-go"
        kind={inWechat ? 'secondary' : 'primary'}
        busy={see.busy}
        disabled={isBlank(code)}
        onTap={() => ask({ by: 'code', code: code.slice(0, 20) })}
      >
        下一步
      </Button>
    </Page>
  );
}
