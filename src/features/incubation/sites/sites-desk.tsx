import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { sentenceOf } from '../../../client/transport/failure';
import { useShare } from '../../../client/use-share';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';

/** Every incubator and base of the city with how many places are free; open to everybody. */
export function SitesDesk() {
  const ask = useAsk(['incubation', 'sites'], () => api.incubation.sites({}));
  const sites = ask.data?.sites ?? [];
  const free = sites.reduce((sum, one) => sum + one.free, 0);
  useShare('创业孵化基地', 'policy/places', {});
  return (
    <Page
      over="创业孵化基地"
      title={ask.data === undefined ? '创业孵化基地' : sites.length === 0 ? '还没有基地' : `现有空位 ${free} 个`}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {sites.length === 0 ? <Empty title="还没有基地" hint="基地设好位置后会列在这里。" /> : null}
      {sites.map(({ siteId, nameZh, regionZh, addressZh, total, free: open, hourly }) => (
        <ListRow
          key={siteId}
          id={`site-${siteId}`}
          title={nameZh}
          detail={
            <View>
              {`${regionZh}，${addressZh}`}
              <View>
                {[total > 0 ? `位置 ${total} 个` : null, hourly > 0 ? `按小时预约 ${hourly} 个` : null]
                  .filter((each) => each !== null)
                  .join('，')}
              </View>
            </View>
          }
          aside={
            total === 0 ? null : <Tag tone={open > 0 ? 'pass' : 'neutral'}>{open > 0 ? `空 ${open} 个` : '已满'}</Tag>
          }
          onTap={() => go('policy/places', { siteId })}
        />
      ))}
    </Page>
  );
}
