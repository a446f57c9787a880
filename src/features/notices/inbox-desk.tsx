import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { useList } from '../../client/cache/use-list';
import { goSignIn, goTo } from '../../client/go';
import { useSessionHeld } from '../../client/session/use-session-held';
import { sentenceOf } from '../../client/transport/failure';
import { KeysetList } from '../../patterns/keyset-list';
import { useOfferAgain } from '../../patterns/use-phone-offer';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/lists/list-row';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';

/** Every message is here, whether or not WeChat delivered one; a tap opens the page it speaks of. */
export function InboxDesk() {
  const held = useSessionHeld();
  const list = useList(['notices', 'inbox'], (cursor) => api.notices.inbox({ cursor }), held);
  const read = useChange(api.notices.markRead, touches.inbox);
  const readAll = useChange(api.notices.markAllRead, touches.inbox);
  const offerAgain = useOfferAgain();
  if (!held) {
    return (
      <Page
        title="消息"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('account/notices'))}>
            登录
          </Button>
        }
      >
        <Empty title="登录后查看消息" />
      </Page>
    );
  }
  const unread = list.first?.unread ?? 0;
  async function openItem(item: NonNullable<typeof list.rows>[number]): Promise<void> {
    await offerAgain(item.phone);
    if (item.readAt === null) await read.run({ itemId: item.id });
    if (item.link) goTo(item.link);
  }
  return (
    <Page
      title={list.first === null ? '消息' : unread > 0 ? `${unread} 条未读` : '没有未读消息'}
      state={list.pending ? 'loading' : list.error ? 'error' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      <KeysetList id="more" list={list} empty={<Empty title="还没有消息" hint="项目有进展时，会在这里告诉您。" />}>
        {(items) => (
          <Card>
            {unread > 0 ? (
              <Button id="read-all" kind="text" busy={readAll.busy} onTap={() => readAll.run({})}>
                全部标为已读
              </Button>
            ) : null}
            {items.map((item, i) => (
              <ListRow
                key={item.id}
                id={`message-${i}`}
                title={item.title}
                detail={
                  <>
                    <View>{item.body}</View>
                    <View>
                      {item.readAt === null ? <Tag tone="warn">未读</Tag> : null} {momentZh(item.createdAt)}
                    </View>
                  </>
                }
                onTap={() => void openItem(item)}
              />
            ))}
          </Card>
        )}
      </KeysetList>
    </Page>
  );
}
