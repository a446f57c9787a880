import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { sentenceOf } from '../../../client/transport/failure';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';

type Region = Awaited<ReturnType<typeof api.competition.drift>>['regions'][number];

/** Which region differs from the city's frame in what, since when, by whom; in the regions' own order. That it differs is no fault. */
export function DriftDesk() {
  const ask = useAsk(['competition', 'drift'], () => api.competition.drift({}));
  const regions = ask.data?.regions ?? [];
  const differing = regions.filter(({ differences }) => differences.length > 0).length;
  return (
    <Page
      wide
      title={ask.data ? titleOf(regions.length, differing) : undefined}
      state={ask.data ? 'ready' : ask.error ? 'error' : 'loading'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      <Section title="各赛场" aside={`${regions.length} 个`}>
        {regions.map((region) => (
          <RegionRow key={region.contestId} region={region} />
        ))}
      </Section>
    </Page>
  );
}

function titleOf(all: number, differing: number): string {
  if (all === 0) return '目前没有正在进行的大赛';
  return differing === 0 ? `${all} 个赛场都与全市规定一致` : `${differing} 个赛场与全市规定不同`;
}

function RegionRow({ region: { contestId, regionZh, contactMissing, differences } }: { region: Region }) {
  return (
    <ListRow
      id={`drift-${contestId}`}
      title={regionZh}
      detail={differences.map(({ what, zh, since, byZh }) => (
        <View key={what}>
          <View className="xh-prose">{zh}</View>
          <View>{since === null ? '开赛时就是这样' : `${momentZh(since)} 由${byZh ?? ''}修改`}</View>
        </View>
      ))}
      aside={
        contactMissing ? (
          <Tag tone="warn">没有联系电话</Tag>
        ) : differences.length === 0 ? (
          '一致'
        ) : (
          `${differences.length} 项`
        )
      }
      onTap={() => go('staff/contest', { contestId })}
    />
  );
}
