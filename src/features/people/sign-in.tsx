import Taro from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../client/api';
import { queryClient } from '../../client/cache/query-client';
import { useAsk } from '../../client/cache/use-ask';
import { goOn } from '../../client/go';
import { keepSession, platformKnowsCaller } from '../../client/session/session';
import { signInByPlatform } from '../../client/session/sign-in-by-platform';
import { useSessionHeld } from '../../client/session/use-session-held';
import { Failure, sentenceOf } from '../../client/transport/failure';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { toastThere } from '../../ui/sheets/toast';
import { onWeb } from '../../ui/spoken';
import { BrowserDesk } from './web-sign-in/browser-desk';

/** In WeChat's cloud WeChat says who it is; a person is made there by signing in, never by looking. */
export function SignIn({ back }: { back: string }) {
  const held = useSessionHeld();
  if (!platformKnowsCaller) return <SignInHere back={back} />;
  if (!held) return <SignInByCloud back={back} />;
  return (
    <Page
      title="登录"
      action={
        <Button id="go-on" onTap={() => goOn(back)}>
          继续办理
        </Button>
      }
    >
      <Empty title="您已通过微信登录" hint="不需要再办理。" />
    </Page>
  );
}

function SignInByCloud({ back }: { back: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function begin(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await signInByPlatform();
      await goOn(back);
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <Page
      title="登录"
      action={
        <Button id="sign-in-wechat" busy={busy} onTap={begin}>
          微信登录
        </Button>
      }
    >
      {failure ? <Notice tone="error">{failure}</Notice> : null}
      <Empty title="用微信登录" hint="登录后可以报名、查看进度和消息。" />
    </Page>
  );
}

/** WeChat's own sign-in on phones, and by such a phone in a browser; in the demo edition also a list of people to try. */
function SignInHere({ back }: { back: string }) {
  const personas = useAsk(['people', 'personas'], () => api.people.personas({}));
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [byPhone, setByPhone] = useState(false);

  function hold(session: string): void {
    keepSession(session);
    queryClient.clear();
  }

  /** Whose phone it was is said, since somebody else's may have been quicker. */
  async function holdOfPhone(session: string): Promise<void> {
    hold(session);
    const me = await api.people.me({}).catch(() => null);
    if (me) toastThere(`已用“${me.displayName}”的身份登录`);
    await goOn(back);
  }

  async function begin(act: () => Promise<{ session: string }>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      hold((await act()).session);
      goOn(back);
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  }

  const byWechat = async () => api.people.signInWithWechat({ code: (await Taro.login()).code });
  const production = personas.error instanceof Failure && personas.error.code === 'NOT_FOUND';
  const onPhone = process.env.TARO_ENV === 'weapp';
  return (
    <Page
      title="登录"
      state={personas.isPending ? 'loading' : personas.error && !production ? 'error' : 'ready'}
      error={sentenceOf(personas.error)}
      onRetry={() => personas.refetch()}
      action={
        onPhone && production ? (
          <Button id="sign-in-wechat" busy={busy} onTap={() => begin(byWechat)}>
            微信登录
          </Button>
        ) : undefined
      }
    >
      {failure ? <Notice tone="error">{failure}</Notice> : null}
      {production && onPhone ? <Empty title="用微信登录" hint="登录后可以报名、查看进度和消息。" /> : null}
      {process.env.TARO_ENV === 'h5' && (production || byPhone) ? (
        <BrowserDesk onSession={(session) => void holdOfPhone(session)} />
      ) : null}
      {personas.data && !byPhone ? (
        <Card title="选择演示身份">
          {personas.data.personas.map((persona) => (
            <ListRow
              key={persona.persona}
              id={`persona-${persona.persona}`}
              title={persona.nameZh}
              detail={persona.aboutZh}
              onTap={() => void begin(() => api.people.signInAs({ persona: persona.persona }))}
            />
          ))}
          {onWeb ? (
            <ListRow
              id="by-phone"
              title="用手机登录"
              detail="正式版网页的登录方式：手机扫码或输入登录码"
              onTap={() => setByPhone(true)}
            />
          ) : null}
        </Card>
      ) : null}
    </Page>
  );
}
