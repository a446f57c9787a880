import { longestWithCode } from '@shared/kernel/typed/spoken-code';
import { isBlank } from '@shared/kernel/typed/unseen';
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { touches } from '../../client/cache/touches';
import { type Act, useChange } from '../../client/cache/use-change';
import { goSignIn } from '../../client/go';
import { useSessionHeld } from '../../client/session/use-session-held';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { toast } from '../../ui/sheets/toast';
import { FormPage } from '../asked-form';
import { useFieldErrors } from '../use-field-errors';
import { CodeField } from './code-field';

const inWechat = process.env.TARO_ENV === 'weapp';

interface Props<Answer> {
  title: string;
  /** What people call the code, and where it is read off when it is digits alone. */
  zh: string;
  digitsFrom?: string;
  /** As an address brought it. */
  brought?: string;
  /** Where signing in comes back to, and what is said to whoever has to. */
  here: string;
  signIn: { title: string; hint: string };
  /** What the code opens, told before anything is used up. */
  see: Act<{ code: string }, Answer>;
  /** The code in what was scanned off another screen, of one that is shown so; null: it is none of ours. In WeChat alone. */
  scan?: (text: string) => string | null;
  /** Stands under the field, or over it: then the button, which is in sight before the field is, names the code. */
  about?: ReactNode;
  above?: ReactNode;
  /** What is done with it then; `back`: another code is typed. */
  children: (answer: Answer, code: string, back: () => void) => ReactNode;
}

/** A page on which a code is typed: who is not signed in does that first, then the code, then what it opens. */
export function TypedCodePage<Answer>(props: Props<Answer>) {
  const { title, zh, digitsFrom, brought = '', here, signIn, see: ask, scan, about, above, children } = props;
  const held = useSessionHeld();
  const see = useChange(ask, touches.nothing);
  const [code, setCode] = useState(brought);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const errors = useFieldErrors(see.failure, { code: isBlank(code) && `请输入${zh}` });
  if (!held) {
    return (
      <Page
        title={title}
        action={
          <Button id="sign-in" onTap={() => goSignIn(here)}>
            登录后输入
          </Button>
        }
      >
        <Empty title={signIn.title} hint={signIn.hint} />
      </Page>
    );
  }
  const typed = code.slice(0, longestWithCode);
  /** Off the screen in front alone: a picture that somebody sent is not read. */
  const readOff = async (codeIn: (text: string) => string | null) => {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).catch(() => ({
      result: '',
    }));
    if (result === '') return;
    const found = codeIn(result);
    if (found === null) toast(`这不是${zh}的二维码`);
    else {
      setCode(found);
      setAnswer(await see.run({ code: found }));
    }
  };
  if (answer !== null) return <>{children(answer, typed, () => setAnswer(null))}</>;
  return (
    <FormPage
      title={title}
      errors={errors}
      button={{ id: 'see-code', zh: above === undefined ? '下一步' : `凭${zh}继续`, busy: see.busy }}
      onSend={async () => setAnswer(await see.run({ code: typed }))}
    >
      {above}
      <Card>
        <CodeField
          zh={zh}
          {...(digitsFrom === undefined ? {} : { digitsFrom })}
          value={code}
          onChange={setCode}
          error={errors.of('code')}
        />
      </Card>
      {scan && inWechat ? (
        <Button id="scan-code" kind="secondary" onTap={() => readOff(scan)}>
          扫一扫
        </Button>
      ) : null}
      {about}
    </FormPage>
  );
}
