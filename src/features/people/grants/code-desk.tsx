import { roles, roleZh } from '@shared/kernel/actor';
import { untilDayZh } from '@shared/kernel/moment-words';
import { longestWithCode } from '@shared/kernel/typed/spoken-code';
import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go, goSignIn } from '../../../client/go';
import { FormPage } from '../../../patterns/asked-form';
import { CodeField } from '../../../patterns/codes/code-field';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { useMe } from '../use-me';

/** What WeChat and the demo call somebody who has chosen no name. */
const unnamed = ['微信用户', '新用户'];

type Given = Awaited<ReturnType<typeof api.people.useGrantCode>>;

/** Where a code is typed that makes one a member of staff, a judge or a partner. `code`: as a card or an address brought it. */
export function CodeDesk({ code: brought }: { code: string }) {
  const { signedIn, me } = useMe();
  const use = useChange(api.people.useGrantCode, touches.rights);
  const [code, setCode] = useState(brought);
  const [typedName, setName] = useState<string | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const known = me === null || unnamed.includes(me.displayName) ? '' : me.displayName;
  const name = typedName ?? known;
  const errors = useFieldErrors(use.failure, {
    code: isBlank(code) && '请输入邀请码',
    name: isBlank(name) && '请填写姓名',
  });
  if (!signedIn) {
    return (
      <Page
        title="输入邀请码"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('account/code', { code: brought }))}>
            登录后输入
          </Button>
        }
      >
        <Empty title="登录后输入邀请码" hint="收到工作人员、评委或机构邀请码的，在这里输入。报名参赛不用邀请码。" />
      </Page>
    );
  }
  if (given) return <Welcome given={given} />;
  async function send(): Promise<void> {
    const answer = await use.run({ code: code.slice(0, longestWithCode), name: name.trim() });
    if (answer) setGiven(answer);
  }
  return (
    <FormPage title="输入邀请码" errors={errors} button={{ id: 'send-code', zh: '确定', busy: use.busy }} onSend={send}>
      <Card>
        <CodeField zh="邀请码" value={code} onChange={setCode} error={errors.of('code')} />
        <TextField
          id="field-name"
          label="您的姓名"
          hint="同事和发码的人看到的名称，可在“设置”里修改"
          max={30}
          value={name}
          onChange={setName}
          error={errors.of('name')}
        />
      </Card>
    </FormPage>
  );
}

function Welcome({ given }: { given: Given }) {
  return (
    <Page
      title={`您已成为${roleZh[given.role]}`}
      over={given.scopeZh}
      action={
        given.role === 'judge' ? (
          <Button id="to-home" onTap={() => go('home')}>
            去首页
          </Button>
        ) : (
          <Button id="to-workbench" onTap={() => go('workbench')}>
            去工作台
          </Button>
        )
      }
    >
      <Notice tone="pass" title={`${given.roleZh}（${given.scopeZh}）`}>
        {[
          given.role === 'judge'
            ? '评审时间和联系方式在首页。评审材料和打分还没有在小程序开放。'
            : roles[given.role].personaZh === null
              ? '相关功能还没有开放，开放后即可办理。'
              : '现在起可以办理。',
          given.endsAt === null ? '岗位变动时，由授权的人收回。' : `有效期至${untilDayZh(given.endsAt)}。`,
        ].join('')}
      </Notice>
    </Page>
  );
}
