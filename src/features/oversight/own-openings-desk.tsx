import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { useList } from '../../client/cache/use-list';
import { goSignIn } from '../../client/go';
import { useSessionHeld } from '../../client/session/use-session-held';
import { sentenceOf } from '../../client/transport/failure';
import { KeysetList } from '../../patterns/keyset-list';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';

/** Which office opened what of one's own, when and for what. */
export function OwnOpeningsDesk() {
  const signedIn = useSessionHeld();
  const list = useList(['oversight', 'myOpenings'], (cursor) => api.oversight.myOpenings({ cursor }), signedIn);
  if (!signedIn) {
    return (
      <Page
        title="谁看过我的信息"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('account/openings'))}>
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
      title="谁看过我的信息"
      state={list.error ? 'error' : list.pending ? 'loading' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      <Notice tone="info">审核人员只有在办理您的项目时才能查看，每次查看都有记录。</Notice>
      <KeysetList id="own-openings-more" list={list} empty={<Empty title="还没有人查看过" />}>
        {(rows) =>
          rows.map(({ id, at, officeZh, whatZh, whyZh }) => (
            <Card key={id} id={`opening-${id}`} title={whatZh}>
              <View>{`${officeZh}，${momentZh(at)}`}</View>
              <View className="xh-row-detail">{whyZh}</View>
            </Card>
          ))
        }
      </KeysetList>
    </Page>
  );
}
