import { toDigits } from '@shared/people/web-sign-in';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useAskAgain } from '../../../client/cache/use-ask-again';
import { useChange } from '../../../client/cache/use-change';
import { deadlineZh, untilZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { AskedPage } from '../../../patterns/asked-page';
import { ShownCode } from '../../../patterns/codes/shown-code';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { QrPicture } from '../../../ui/qr/qr-picture';
import { onWeb } from '../../../ui/spoken';
import { type CounterDraft, SignedForm } from './signed-form';

/** The clerk's screen as it is turned to the person: the code by which they take the entry over, and the form that may be signed on paper instead of ticking. */
export function HandOverDesk({ entryId }: { entryId: string }) {
  const ask = useAsk(['entry', 'counterDraft', entryId], () => api.entry.counterDraft({ entryId }));
  const [shown, setShown] = useState<{ code: string; endsAt: string } | null>(null);
  const { refetch } = ask;
  // While the code stands the person may have typed it.
  useAskAgain(shown !== null && ask.data !== undefined && !ask.error, refetch);
  return (
    <AskedPage ask={ask} here={link('staff/hand-over', { entryId })} missing="已由本人确认，或已过期删除">
      {(draft) => <HandOver draft={draft} shown={shown} onShown={setShown} />}
    </AskedPage>
  );
}

/** The page on which the code is typed, with the code in it: the mini app takes it out, a browser opens that page. */
const scanAddress = (code: string): string =>
  `${onWeb ? window.location.origin : ''}${link('entry/confirm', { code: toDigits(code) })}`;

const steps = [
  '本人在自己手机上打开“星火项目创业大赛”，登录',
  '点“我的”，再点“确认柜台代填”',
  '扫二维码，或输入 8 位确认码，核对后点“确认”',
];

interface Props {
  draft: CounterDraft;
  shown: { code: string; endsAt: string } | null;
  onShown: (shown: { code: string; endsAt: string }) => void;
}

function HandOver({ draft, shown, onShown }: Props) {
  const { entryId, title, nameZh, endsAt, left } = draft;
  const show = useChange(api.entry.showCounterCode, touches.nothing);
  const ask = async (): Promise<void> => {
    const answer = await show.run({ entryId });
    if (answer) onShown(answer);
  };
  return (
    <Page
      title={nameZh === '' ? '请本人确认' : `请${nameZh}本人确认`}
      over={title}
      action={
        <>
          {show.failure ? <Notice tone="error">{show.failure.message}</Notice> : null}
          <Button id="show-code" kind={shown === null ? 'primary' : 'secondary'} busy={show.busy} onTap={ask}>
            {shown === null ? '出示确认码' : '换一个确认码'}
          </Button>
        </>
      }
    >
      {shown === null ? null : (
        <ShownCode id="counter-code" code={shown.code}>
          <QrPicture id="counter-qr" label="确认码的二维码" text={scanAddress(shown.code)} />
          <View className="xh-row-detail">{deadlineZh(shown.endsAt, serverNow())}</View>
        </ShownCode>
      )}
      <View>
        {steps.map((step, i) => (
          <View key={step} className="xh-prose">{`${i + 1}. ${step}`}</View>
        ))}
      </View>
      <Notice tone={left === 0 ? 'pass' : 'info'}>
        {left === 0
          ? '您能填的都填好了。承诺书由本人确认后在自己手机上签名，再提交。'
          : `还有 ${left} 项没有填好。可以接着填，也可以先确认，由本人在自己手机上填。`}
      </Notice>
      <Button id="to-form" kind="secondary" onTap={() => go('entry/entry', { entryId })}>
        接着填
      </Button>
      <SignedForm draft={draft} />
      <Notice tone="neutral">{`最迟${untilZh(endsAt)} 确认，过时自动删除。确认后您不能再看和再改。`}</Notice>
    </Page>
  );
}
