import { counterCodeIn } from '@shared/entry/counter/counter';
import { link } from '@shared/routes';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { deadlineZh, recentZh } from '../../../client/day-words';
import { goInstead } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { TypedCodePage } from '../../../patterns/codes/typed-code-page';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';

type Seen = Awaited<ReturnType<typeof api.entry.seeCounterCode>>;

/** On the person's own phone: the code off the clerk's screen, what was filled in, and taking it over. */
export const ConfirmDesk = ({ code: brought }: { code: string }) => (
  <TypedCodePage
    title="确认柜台代填"
    zh="确认码"
    digitsFrom="工作人员屏幕上的 8 位数字"
    brought={brought}
    scan={counterCodeIn}
    here={link('entry/confirm', { code: brought })}
    signIn={{ title: '请先登录', hint: '工作人员在窗口代填了您的报名，登录后输入确认码，报名就归您本人。' }}
    see={api.entry.seeCounterCode}
  >
    {(seen, code, back) => <Confirm code={code} seen={seen} onBack={back} />}
  </TypedCodePage>
);

function Confirm({ code, seen, onBack }: { code: string; seen: Seen; onBack: () => void }) {
  const { title, nameZh, regionZh, trackZh, groupZh, begunAt, closesAt } = seen;
  const take = useChange(api.entry.confirmCounter, touches.entry);
  async function confirm(): Promise<void> {
    const answer = await take.run({ code });
    if (answer) await goInstead('entry/entry', { entryId: answer.entryId });
  }
  return (
    <Page
      title="这是您的报名吗？"
      over="确认柜台代填"
      action={
        <>
          {take.failure ? <Notice tone="error">{take.failure.message}</Notice> : null}
          <Button id="confirm" busy={take.busy} onTap={confirm}>
            是我的，确认
          </Button>
          <Button id="not-mine" kind="text" onTap={onBack}>
            不是我的
          </Button>
        </>
      }
    >
      <Card>
        <KeyValue
          items={[
            { label: '姓名', value: nameZh === '' ? '没有填' : nameZh },
            { label: '项目', value: title },
            { label: '赛场', value: regionZh },
            { label: '赛道', value: trackZh },
            { label: '组别', value: groupZh },
            { label: '代填时间', value: recentZh(begunAt) },
            ...(closesAt === null ? [] : [{ label: '报名截止', value: deadlineZh(closesAt, serverNow()) }]),
          ]}
        />
      </Card>
      <Notice tone="info">
        确认后您是项目负责人，工作人员不能再改。请接着看一遍内容，填好证件号码和手机号，勾选授权、签承诺书，再提交报名。
      </Notice>
    </Page>
  );
}
