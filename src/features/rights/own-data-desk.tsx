import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { goSignIn, startAnew } from '../../client/go';
import { leaveDevice } from '../../client/session/leave-device';
import { useSessionHeld } from '../../client/session/use-session-held';
import { sentenceOf } from '../../client/transport/failure';
import { saveFile } from '../../client/uploads/save-file';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { CheckRow } from '../../ui/fields/check-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { confirmDanger } from '../../ui/sheets/confirm';
import { toast } from '../../ui/sheets/toast';

/** Everything about oneself as a file, and the end of the account with what goes and what stays said before. */
export function OwnDataDesk() {
  const signedIn = useSessionHeld();
  const ask = useAsk(['rights', 'beforeLeaving'], () => api.rights.beforeLeaving({}), signedIn);
  if (!signedIn) {
    return (
      <Page
        title="我的数据"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('account/data'))}>
            登录
          </Button>
        }
      >
        <Empty title="还没有登录" />
      </Page>
    );
  }
  return (
    <Page
      title="我的数据"
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      <HandOut />
      {ask.data ? <Leaving {...ask.data} /> : null}
    </Page>
  );
}

type Format = 'json' | 'pdf';

function HandOut() {
  const hand = useChange(api.rights.handOut, touches.nothing);
  const [wanted, setWanted] = useState<Format | null>(null);
  const [had, setHad] = useState<{ format: Format; part: number; parts: number } | null>(null);
  const get = async (format: Format, part = 1) => {
    setWanted(format);
    const file = await hand.run({ format, part });
    setWanted(null);
    if (!file) return;
    if (await saveFile(file)) setHad({ format, part, parts: file.parts });
    else toast('文件没有保存，请重试');
  };
  const next = had !== null && had.part < had.parts ? had.part + 1 : null;
  return (
    <Section id="hand-out" title="导出我的数据">
      <View className="xh-row-detail">
        填写的内容、号码全文、报名和办理记录、消息、授权和谁看过您的信息，合成一个文件。含个人信息，请妥善保管。
      </View>
      {hand.failure === null ? null : <Notice tone="error">{hand.failure.message}</Notice>}
      {had === null || had.parts === 1 ? null : (
        <Notice tone="info" title={`内容较多，分成 ${had.parts} 个文件`}>
          {next === null ? `${had.parts} 个文件都已导出。` : `已导出第 ${had.part} 个，请接着导出第 ${next} 个。`}
        </Notice>
      )}
      {had === null || next === null ? null : (
        <Button id="hand-out-next" busy={wanted === had.format} onTap={() => get(had.format, next)}>
          {`导出第 ${next} 个`}
        </Button>
      )}
      <Button id="hand-out-pdf" kind="secondary" busy={wanted === 'pdf'} onTap={() => get('pdf')}>
        导出 PDF
      </Button>
      <Button id="hand-out-json" kind="secondary" busy={wanted === 'json'} onTap={() => get('json')}>
        导出 JSON
      </Button>
    </Section>
  );
}

interface LeavingProps {
  goesZh: readonly string[];
  staysZh: readonly string[];
  hinderedZh: readonly string[];
}

function Leaving({ goesZh, staysZh, hinderedZh }: LeavingProps) {
  const leave = useChange(api.rights.leave, touches.nothing);
  const [read, setRead] = useState(false);
  const close = async () => {
    const sure = { title: '注销账号', body: '账号立即注销，不能恢复。', confirm: '注销' };
    if (!(await confirmDanger(sure)) || !(await leave.run({ agreed: true }))) return;
    leaveDevice();
    await startAnew('home');
    toast('账号已注销');
  };
  return (
    <Section id="leaving" title="注销账号">
      <View className="xh-row-detail">现在就能注销，不能恢复。再用同一个微信登录，就是一个新账号。</View>
      <Lines id="goes" title="立即删除或结束" lines={goesZh} />
      <Lines id="stays" title="依法保留" lines={staysZh} />
      {hinderedZh.map((line) => (
        <Notice key={line} tone="warn">
          {line}
        </Notice>
      ))}
      {leave.failure === null ? null : <Notice tone="error">{leave.failure.message}</Notice>}
      {hinderedZh.length > 0 ? null : (
        <>
          <CheckRow id="leaving-read" label="我已看过上面的内容，决定注销" checked={read} onChange={setRead} />
          <Button id="leave" kind="danger" disabled={!read} busy={leave.busy} onTap={close}>
            注销账号
          </Button>
        </>
      )}
    </Section>
  );
}

function Lines({ id, title, lines }: { id: string; title: string; lines: readonly string[] }) {
  return (
    <View id={id}>
      <View className="xh-row-text">{title}</View>
      {lines.map((line) => (
        <View key={line} className="xh-row-detail">{`· ${line}`}</View>
      ))}
    </View>
  );
}
