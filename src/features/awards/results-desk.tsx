import { useState } from 'react';
import { api } from '../../client/api';
import { useList } from '../../client/cache/use-list';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { KeysetList } from '../../patterns/keyset-list';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { ChoiceField } from '../../ui/fields/choice-field';
import { ListRow } from '../../ui/lists/list-row';
import { Page } from '../../ui/page';

/** The published winners of an edition, region by region. */
export function ResultsDesk({ editionId }: { editionId: string }) {
  const [regionId, setRegionId] = useState('');
  const list = useList(['awards', 'results', editionId, regionId], (cursor) =>
    api.awards.results({ editionId, regionId: regionId || null, cursor }),
  );
  useShare('星火项目创业大赛获奖名单', 'open/results', { editionId });
  const { first } = list;
  return (
    <Page
      title={first ? `${first.total} 个项目获奖` : '获奖名单'}
      state={list.pending ? 'loading' : list.error ? 'error' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      {first ? (
        <ChoiceField
          id="region"
          label="县（市、区）和开发区"
          required={false}
          options={[
            { value: '', zh: '全市' },
            ...first.regions.map((region) => ({
              value: region.regionId,
              zh: `${region.zh}（${region.participating === null ? '' : `参赛 ${region.participating} 个，`}获奖 ${region.winners} 个）`,
            })),
          ]}
          value={regionId}
          onChange={setRegionId}
        />
      ) : null}
      <KeysetList id="more" list={list} empty={<Empty title="还没有公布结果" hint="结果公布后会在这里列出。" />}>
        {(rows) => (
          <Card>
            {rows.map((row) => (
              <ListRow
                key={row.entryId}
                id={`result-${row.entryId}`}
                title={row.title}
                detail={`${row.regionZh}，${row.trackZh}`}
                aside={row.awardZh}
              />
            ))}
          </Card>
        )}
      </KeysetList>
    </Page>
  );
}
