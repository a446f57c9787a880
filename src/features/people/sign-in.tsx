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

/** WeChat's own sign-in on phones; in the demo edition a list of people to try instead. */
function SignInHere({ back }: { back: string }) {
  const personas = useAsk(['people', 'personas'], () => api.people.personas({}));
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function begin(act: () => Promise<{ session: string }>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      keepSession((await act()).session);
      queryClient.clear();
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
      {production && !onPhone ? (
        <Notice tone="info" title="请在微信中办理">
          网页上可以查看赛事、政策和结果。报名和审核请打开微信小程序“星火项目创业大赛”。
        </Notice>
      ) : null}
      {personas.data ? (
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
        </Card>
      ) : null}
    </Page>
  );
}
