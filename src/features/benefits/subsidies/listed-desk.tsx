import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { dayEndZh } from '../../../client/day-words';
import { sentenceOf } from '../../../client/transport/failure';
import { useShare } from '../../../client/use-share';
import { KeysetList } from '../../../patterns/keyset-list';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';

/** What is shown to everybody before it is paid: who, and for which item. */
export function ListedDesk() {
  const list = useList(['subsidies', 'listed'], (cursor) => api.subsidies.listed({ cursor }));
  useShare('创业补贴公示名单', 'open/subsidies');
  return (
    <Page
      title="创业补贴公示名单"
      state={list.pending ? 'loading' : list.error ? 'error' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      <Notice tone="info">
        付款前公示，只列姓名和申报项目，本人不同意公开姓名的只显示姓。有疑问的，请在公示期内联系当地人社窗口。
      </Notice>
      <KeysetList
        id="more"
        list={list}
        empty={<Empty title="现在没有公示的补贴" hint="审核通过的申报会在这里公示。" />}
      >
        {(rows) => (
          <Card>
            {rows.map(({ listingId, nameZh, itemZh, regionZh, untilOn }) => (
              <ListRow
                key={listingId}
                id={`listing-${listingId}`}
                title={nameZh}
                detail={`${itemZh}，${regionZh}，公示到 ${dayEndZh(untilOn)}`}
              />
            ))}
          </Card>
        )}
      </KeysetList>
    </Page>
  );
}
