import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { unsentWords } from '@shared/telling/unsent-words';
import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { AskedPage } from '../../patterns/asked-page';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { toast } from '../../ui/sheets/toast';
import { Tag } from '../../ui/tag';

const roadZh = { wechat: '微信', text: '短信' } as const;

/** What did not reach phones, with why and what to do; every one of them lies in its reader's inbox all the same. */
export function UnsentDesk() {
  const ask = useAsk(['notices', 'unsentMessages'], () => api.notices.unsentMessages({}));
  const again = useChange(api.notices.sendMessagesAgain, touches.inbox);
  return (
    <AskedPage ask={ask} here={link('staff/unsent')} missing="没有权限查看">
      {({ items }) => (
        <Page wide title={items.length === 0 ? '没有未送达的提醒' : '未送达的提醒'}>
          {again.failure ? <Notice tone="error">{again.failure.message}</Notice> : null}
          {items.length === 0 ? (
            <Empty title="全部送达" hint="没有送到微信或者手机短信的提醒会列在这里，小程序里的消息不受影响。" />
          ) : (
            <Notice tone="info">这些提醒没有送到手机，对方在小程序“消息”里仍能看到。</Notice>
          )}
          {items.map(({ road, messageId, title, purposeZh, state, code, n, endedAt }) => {
            const id = `${road}-${messageId}-${state}-${code ?? 'none'}`;
            return (
              <Card
                key={id}
                id={`unsent-${id}`}
                title={title}
                aside={<Tag tone="warn">{`${roadZh[road]} ${n} 人`}</Tag>}
              >
                <View>{unsentWords(road, state, code)}</View>
                <View className="xh-row-detail">
                  {[purposeZh, momentZh(endedAt), code === null ? '' : `错误码 ${code}`].filter(Boolean).join('，')}
                </View>
                <Button
                  id={`again-${id}`}
                  kind="secondary"
                  label={`重新发送“${title}”`}
                  busy={again.busy}
                  onTap={async () => {
                    const sent = await again.run({ road, messageId, state, code });
                    if (sent) toast(`已重新发送给 ${sent.waiting} 人`);
                  }}
                >
                  重新发送
                </Button>
              </Card>
            );
          })}
        </Page>
      )}
    </AskedPage>
  );
}
